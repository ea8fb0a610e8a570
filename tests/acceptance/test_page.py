"""The page at `/` in a real browser (Debian's Chromium), where readers change: sign in, see, sign out, and what the next
one sees. What is done in it: tests/dashboard. LANGNGHE_SCREENSHOTS=DIR keeps pictures."""

import os
import pathlib
import tempfile
import unittest

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from ward import WARD, World

FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--disable-dev-shm-usage", "--window-size=1366,900"]
SECONDS_MAX = 20


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)
        cls.users = dict(line.split()[1:] for line in
                         (cls.world.data / "demonstration-sign-ins.txt").read_text().splitlines())

    def setUp(self):
        profile = tempfile.TemporaryDirectory(prefix="langnghe-chromium-")
        self.addCleanup(profile.cleanup)
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for flag in [*FLAGS, f"--user-data-dir={profile.name}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.browser = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.addCleanup(self.browser.quit)

    def await_that(self, condition):
        # What was found may be replaced by the page that is just coming: look again then.
        return WebDriverWait(self.browser, SECONDS_MAX, ignored_exceptions=[
            StaleElementReferenceException]).until(lambda _: condition())

    def click(self, selector):
        def clicked():
            found = self.browser.find_elements(By.CSS_SELECTOR, selector)
            if found:
                found[0].click()
            return bool(found)
        self.await_that(clicked)

    def find(self, selector):
        return self.await_that(lambda: next(iter(
            self.browser.find_elements(By.CSS_SELECTOR, selector)), None))

    def texts(self, selector):
        return [element.text for element in self.browser.find_elements(By.CSS_SELECTOR, selector)]

    def picture(self, name):
        folder = os.environ.get("LANGNGHE_SCREENSHOTS")
        if folder:
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            self.browser.save_screenshot(f"{folder}/{name}.png")

    def go_to(self, place):
        self.browser.get(f"http://127.0.0.1:{self.world.server.port}{place}")

    def sign_in_as(self, user, typed=None, password=None):
        user_field = self.find("input[name=user]")
        # A server of one ward asks for none.
        for field in self.browser.find_elements(By.CSS_SELECTOR, "input[name=ward]"):
            field.clear()
            field.send_keys(WARD)
        user_field.send_keys(typed or user)
        self.find("input[name=password]").send_keys(password or self.users[user])
        self.click(".sign-in-form button[type=submit]")

    def sign_in(self, user="cchc_officer"):
        self.go_to("/")
        self.find("input[name=user]")
        self.picture("sign-in")
        self.sign_in_as(user)
        self.find(".frame")

    def sign_out(self):
        self.go_to("/tai-khoan")
        self.click(".page-head button")
        self.find(".sign-in-form")

    def coverage(self):
        """The rows of the year's grid, as the reader sees them."""
        self.go_to("/ke-hoach/2021")
        self.find("table.coverage tbody tr")
        return self.texts("table.coverage tbody tr")

    def assert_no_script_errors(self):
        errors = [entry for entry in self.browser.get_log("browser")
                  if entry["level"] == "SEVERE" and "401" not in entry["message"]]
        self.assertEqual([], errors)

    def test_from_sign_in_to_one_issues_history(self):
        self.sign_in()
        self.assertEqual(5, len(self.coverage()))
        self.assertEqual(1, len(self.texts("td.cell-missed")))
        self.picture("plan")

        self.click(".rail a[href^='/noi-dung']")
        self.await_that(lambda: "Nội dung" in self.texts("h1"))
        self.find("tbody th a")
        self.picture("issues")
        subject = self.texts("tbody th a")[0]
        self.click("tbody th a")
        self.find("ol.timeline li")
        self.assertIn(self.find("h1").text, subject)
        self.assertIn("Ghi nhận nội dung", self.texts("ol.timeline li strong"))
        sealed = self.find("section blockquote").text
        self.assertIn("niêm phong", sealed)
        self.browser.find_element(By.XPATH, "//button[text()='Mở niêm phong']").click()
        self.find("input[name=purpose]").send_keys("kiểm tra trang")
        self.click(".opening button[type=submit]")
        self.await_that(lambda: self.find("section blockquote").text != sealed)
        self.picture("issue")
        self.assert_no_script_errors()

    def test_english_and_a_phone(self):
        self.browser.set_window_size(420, 900)
        self.sign_in("supervisor")
        self.go_to("/tai-khoan")
        self.await_that(lambda: self.browser.find_elements(By.XPATH, "//label[.='English']"))
        self.browser.find_element(By.XPATH, "//label[.='English']").click()
        self.await_that(lambda: "My account" in self.texts("h1"))
        self.go_to("/noi-dung?xem=all")
        self.await_that(lambda: "Issues" in self.texts("h1"))
        width = self.browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
        self.assertLessEqual(width, 0, "the page scrolls sideways on a phone")
        self.click("tbody th a")
        self.find("ol.timeline li")
        self.assertIn("sealed", self.find("section blockquote").text)
        self.picture("issue-phone-en")
        self.assert_no_script_errors()

    def test_a_wrong_password_says_so_in_the_readers_language(self):
        self.go_to("/")
        self.sign_in_as("chair", password="khong-phai-mat-khau")
        self.await_that(lambda: self.find("#notice").text)
        self.assertRegex(self.find("#notice").text, "[ậẩếúàả]")
        self.assertTrue(self.browser.find_elements(By.CSS_SELECTOR, ".sign-in-form"))

    def test_a_blank_behind_the_name_is_no_other_name(self):
        self.go_to("/")
        self.sign_in_as("chair", "chair ")
        self.find(".frame")

    def test_the_next_reader_sees_no_page_of_the_one_before(self):
        self.sign_in("chair")
        rows = self.coverage()
        self.sign_out()
        self.sign_in_as("khom_head_tan_thanh")
        self.find(".frame")
        self.assertEqual([], self.texts("table.coverage"))
        self.assertLess(len(self.coverage()), len(rows))

    def test_what_the_one_before_was_typing_is_gone_with_them(self):
        self.sign_in("cchc_officer")
        self.go_to("/noi-dung?xem=all")
        self.click("[data-act=record]")
        self.find(".act-form [name=subject]").send_keys("Chuyện của người trước")
        self.browser.refresh()
        self.find(".frame")
        kept = ("return [sessionStorage, localStorage].flatMap(Object.values).join()"
                ".includes('Chuyện của người trước')")
        self.assertFalse(self.browser.execute_script(kept), "it lies sealed elsewhere")
        self.sign_out()
        self.assertFalse(self.browser.execute_script(kept))

    def test_a_session_that_ended_shows_the_form_also_for_a_button(self):
        self.sign_in("cchc_officer")
        self.go_to("/so-cai")
        older = self.await_that(lambda: next(iter(self.browser.find_elements(
            By.XPATH, "//button[contains(., 'cũ hơn')]")), None))
        self.browser.delete_all_cookies()
        older.click()
        self.find(".sign-in-form")
        self.assertIn("Phiên đăng nhập đã hết", self.find("#notice").text)

    def test_a_server_that_is_away_is_said_in_the_readers_language(self):
        self.sign_in("cchc_officer")
        self.browser.execute_script(
            "window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))")
        self.click(".rail a[href^='/so-van-ban'], .rail a[href^='/so-cai']")
        self.await_that(lambda: "Không kết nối được máy chủ" in self.find("main").text)

    def test_signing_out_ends_the_session(self):
        self.sign_in("chair")
        self.sign_out()
        self.browser.refresh()
        self.find(".sign-in-form")
        self.go_to("/ke-hoach/2021")
        self.find(".sign-in-form")
        self.assertEqual([], self.texts("td.cell-missed"))


if __name__ == "__main__":
    unittest.main()
