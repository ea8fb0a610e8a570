"""The page at `/` in a real browser (Debian's Chromium): sign in, the schedule grid, the open issues,
one issue's history; both languages; a phone's width. LANGNGHE_SCREENSHOTS=DIR keeps pictures."""

import os
import pathlib
import tempfile
import unittest

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from ward import World

FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--disable-dev-shm-usage", "--window-size=1200,900"]
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
            height = self.browser.execute_script("return document.documentElement.scrollHeight")
            size = self.browser.get_window_size()
            self.browser.set_window_size(size["width"], min(height + 150, 2600))
            self.browser.save_screenshot(f"{folder}/{name}.png")
            self.browser.set_window_size(size["width"], size["height"])

    def sign_in(self, user="cchc_officer"):
        self.browser.get(f"http://127.0.0.1:{self.world.server.port}/")
        self.find("input[name=user]").send_keys(user)
        self.find("input[name=password]").send_keys(self.users[user])
        self.picture("sign-in")
        self.click("form.sign-in button")
        self.await_that(lambda: self.browser.find_elements(By.CSS_SELECTOR, "td.missed"))

    def assert_no_script_errors(self):
        errors = [entry for entry in self.browser.get_log("browser")
                  if entry["level"] == "SEVERE" and "401" not in entry["message"]]
        self.assertEqual([], errors)

    def test_from_sign_in_to_one_issues_history(self):
        self.sign_in()
        self.assertEqual(5, len(self.texts("table")[:1]) * len(
            self.browser.find_elements(By.CSS_SELECTOR, "table")[0].find_elements(
                By.CSS_SELECTOR, "tbody tr")))
        self.assertEqual(1, len(self.browser.find_elements(By.CSS_SELECTOR, "td.missed")))
        self.picture("schedule")

        self.click("nav a[href='#/issues']")
        self.await_that(lambda: "Nội dung chưa xong" in self.texts("h1"))
        self.picture("issues")
        subject = self.texts("tbody th a")[0]
        self.click("tbody th a")
        self.await_that(lambda: self.browser.find_elements(By.CSS_SELECTOR, "ol.history li"))
        self.assertEqual(subject, self.find("h1").text)
        history = self.texts("ol.history li strong")
        self.assertIn("Ghi nhận nội dung", history)
        sealed = self.find("blockquote").text
        self.assertTrue(sealed)
        self.find("input[name=purpose]").send_keys("kiểm tra trang")
        self.click("section.opinion button")
        self.await_that(lambda: self.find("blockquote").text != sealed)
        self.picture("issue")
        self.assert_no_script_errors()

    def test_english_and_a_phone(self):
        self.browser.set_window_size(420, 900)
        self.sign_in("supervisor")
        self.click("#language")
        self.await_that(lambda: "Dialogues of 2021" in self.texts("h1"))
        self.picture("schedule-phone-en")
        width = self.browser.execute_script("return document.documentElement.scrollWidth - window.innerWidth")
        self.assertLessEqual(width, 0, "the page scrolls sideways on a phone")
        self.browser.execute_script("location.hash = '#/issues?limit=50'")
        self.await_that(lambda: "Issues" in self.texts("h1"))
        self.click("tbody th a")
        self.await_that(lambda: self.browser.find_elements(By.CSS_SELECTOR, "ol.history li"))
        self.assertIn("sealed", self.find("blockquote").text)
        self.picture("issue-phone-en")
        self.assert_no_script_errors()

    def test_a_wrong_password_says_so_in_the_readers_language(self):
        self.browser.get(f"http://127.0.0.1:{self.world.server.port}/")
        self.find("input[name=user]").send_keys("chair")
        self.find("input[name=password]").send_keys("khong-phai-mat-khau")
        self.click("form.sign-in button")
        self.await_that(lambda: self.find("#notice").text)
        self.assertRegex(self.find("#notice").text, "[ậẩếúàả]")
        self.assertTrue(self.browser.find_elements(By.CSS_SELECTOR, "form.sign-in"))

    def sign_in_as(self, user, typed=None):
        self.find("input[name=user]").send_keys(typed or user)
        self.find("input[name=password]").send_keys(self.users[user])
        self.click("form.sign-in button")

    def test_a_blank_behind_the_name_is_no_other_name(self):
        self.browser.get(f"http://127.0.0.1:{self.world.server.port}/")
        self.sign_in_as("chair", "chair ")
        self.await_that(lambda: self.browser.find_elements(By.CSS_SELECTOR, "td.missed"))

    def test_the_next_reader_sees_no_page_of_the_one_before(self):
        self.sign_in("chair")
        rows = len(self.texts("table:first-of-type tbody tr"))
        self.click("#sign-out")
        self.find("form.sign-in")
        self.sign_in_as("khom_head_tan_thanh")
        self.await_that(lambda: self.texts("table:first-of-type tbody tr"))
        self.assertLess(len(self.texts("table:first-of-type tbody tr")), rows)

    def test_a_session_that_ended_shows_the_form_also_for_a_button(self):
        self.sign_in("cchc_officer")
        self.browser.execute_script("location.hash = '#/issues?open='")
        more = self.await_that(lambda: next((button for button in self.browser.find_elements(
            By.CSS_SELECTOR, "main button.plain") if button.is_displayed()), None))
        self.browser.delete_all_cookies()
        more.click()
        self.find("form.sign-in")
        self.assertIn("Phiên đăng nhập đã hết", self.find("#notice").text)

    def test_a_server_that_is_away_is_said_in_the_readers_language(self):
        self.sign_in("cchc_officer")
        self.browser.execute_script(
            "window.fetch = () => Promise.reject(new TypeError('Failed to fetch'))")
        self.browser.execute_script("location.hash = '#/issues'")
        self.await_that(lambda: self.find("#notice").text)
        self.assertIn("Không kết nối được máy chủ", self.find("#notice").text)

    def test_signing_out_ends_the_session(self):
        self.sign_in("chair")
        self.click("#sign-out")
        self.find("form.sign-in")
        self.browser.refresh()
        self.find("form.sign-in")
        self.assertEqual([], self.texts("td.missed"))


if __name__ == "__main__":
    unittest.main()
