"""The five questions each role asks most (one call each), answered for the demonstration year."""

import unittest
from urllib.parse import quote

from ward import World


def as_of(text):
    return "as_of=" + quote(text)


class Questions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.addClassCleanup(cls.world.close)

    def ask(self, user, path):
        answer = self.world.as_user(user).get(path)
        self.assertEqual(200, answer.status, (path, answer.bytes))
        return answer.json

    def listed(self, user, path):
        """The issues of each work list."""
        return {entry["list"]: [item["issue"] for item in entry["items"]]
                for entry in self.ask(user, path)["lists"]}

    def figures(self, user, path):
        return {figure["id"]: figure for figure in self.ask(user, path)["figures"]}

    # ---- the official in charge of administrative reform

    def test_cchc_what_must_leave_my_desk_today(self):
        lists = self.listed("cchc_officer", f"work?{as_of('2021-05-20T08:00:00+07:00')}")
        self.assertIn("i-2021-td-02", lists["to_assign"])
        self.assertIn("i-2021-0093", lists["to_close"])

    def test_cchc_which_khom_has_no_dialogue_this_quarter(self):
        cells = self.ask("cchc_officer",
                         f"schedule?year=2021&{as_of('2021-05-20T08:00:00+07:00')}")["cells"]
        without = {cell["khom"] for cell in cells
                   if cell["quarter"] == 2 and not cell["held"] and not cell["planned"]}
        self.assertIn("tan-thanh", without)
        self.assertNotIn("tan-my", without)

    def test_cchc_which_answers_are_signed_but_not_delivered(self):
        days = [f"2021-{month:02d}-{day:02d}" for month in (2, 3, 4) for day in range(1, 29, 3)]
        waiting = {issue for day in days for issue in self.listed(
            "cchc_officer",
            f"work?list=to_deliver&{as_of(day + 'T08:00:00+07:00')}")["to_deliver"]}
        self.assertTrue(waiting)

    def test_cchc_what_changed_since_the_figures_were_frozen(self):
        report = self.ask("cchc_officer", "reports/calendar/2021-Q2")
        self.assertTrue(report["frozen"]["matches"])
        supplement = report["supplements"][0]
        changed = {one["figure"] for one in supplement["differences"]}
        self.assertEqual({"entries.late", "entries.later_than_allowed", "opinions.confirmed"}, changed)
        self.assertTrue(supplement["positions"])
        self.assertTrue(report["late_entries"])

    def test_cchc_who_had_it_how_long_and_how_often_was_it_returned(self):
        issue = self.ask("cchc_officer", "issues/i-2021-0018")
        self.assertEqual(["officer_culture", "officer_land"],
                         [held["assignee"] for held in issue["holdings"]])
        self.assertEqual([True, False], [held["returned"] for held in issue["holdings"]])
        self.assertEqual(1, issue["returns"])

    # ---- the chair

    def test_chair_what_is_overdue_and_whose(self):
        path = f"issues?overdue=true&limit=100&{as_of('2021-12-31T17:00:00+07:00')}"
        items = self.ask("chair", path)["items"]
        self.assertTrue(items)
        self.assertTrue(all("assignee" in item for item in items))

    def test_chair_what_did_i_promise_here_and_is_it_done(self):
        kept = self.ask("chair", "commitments?khom=tan-hiep")["items"]
        self.assertEqual(["verified"], [one["status"] for one in kept])
        missed = self.ask("chair", "commitments?missed=true")["items"]
        self.assertTrue(missed)
        self.assertTrue(all(one["due"] < "2022" for one in missed))

    def test_chair_which_extension_waits_for_me(self):
        days = [f"2021-{month:02d}-{day:02d}" for month in (3, 4, 5) for day in range(1, 30)
                if (month, day) != (2, 29)]
        asked = set()
        for day in days:
            for hour in ("08", "12", "16"):
                asked |= set(self.listed("chair", "work?list=extension_to_decide&"
                                         f"{as_of(f'{day}T{hour}:00:00+07:00')}")
                             ["extension_to_decide"])
        self.assertTrue(asked)

    def test_chair_what_do_people_raise_again_and_again(self):
        items = self.ask("chair", "recurrences?from=2021-01-01&to=2021-12-31")["items"]
        counts = [item["issues"] for item in items]
        self.assertEqual(sorted(counts, reverse=True), counts)
        self.assertEqual("ROADS", items[0]["field"])
        self.assertEqual(items[0]["issues"], len(items[0]["ids"]))

    def test_chair_what_will_the_council_ask_with_which_number(self):
        figures = self.figures("chair", "reports/calendar/2021-Q2")
        for name in ("dialogues.held", "issues.new", "time.resolution_on_time_original",
                     "time.resolution_on_time_effective", "time.overdue_open"):
            self.assertIn("value", figures[name], name)

    # ---- the professional official

    def test_officer_what_is_mine_and_how_was_its_date_computed(self):
        day = as_of("2021-04-26T08:00:00+07:00")
        lists = self.listed("officer", f"work?assignee=officer&{day}")
        mine = lists["to_answer"] + lists["to_accept"]
        self.assertTrue(mine)
        deadline = self.ask("officer", f"issues/{mine[0]}/deadline?{day}")
        clock = deadline["resolution"]["clock"]
        self.assertEqual("start", clock["days"][0]["verdict"])
        self.assertEqual(clock["due"], clock["days"][-1]["date"])

    def test_officer_what_exactly_did_the_resident_say(self):
        client = self.world.as_user("officer")
        masked = client.get("issues/i-2021-0004").bytes.decode()
        opened = client.get("issues/i-2021-0004?purpose=" + quote("Chuẩn bị trả lời")).json
        words = opened["opinion"]["words"]
        self.assertIsInstance(words, str)
        self.assertNotIn(words, masked)

    def test_officer_was_this_answered_before_elsewhere(self):
        items = self.ask("officer", "issues?field=LIGHTING&open=false&limit=100")["items"]
        self.assertGreater(len({item["khom"] for item in items}), 1)

    def test_officer_what_stands_in_the_way_of_an_extension(self):
        issue = self.ask("officer", "issues/i-2021-0018")
        self.assertEqual(0, issue["extensions"])
        self.assertFalse(issue["extension_requested"])
        policy = self.ask("officer", "settings")["policy"]
        self.assertIn("extensions_max", policy)

    def test_officer_was_my_draft_sent_back_and_why(self):
        items = self.ask("officer", "issues?limit=300")["items"]
        comments = []
        for item in items:
            history = self.ask("officer", f"issues/{item['id']}/history")["items"]
            comments += [entry["data"]["comments"] for entry in history
                         if entry["type"] == "issue.answer_sent_back"]
            if comments:
                break
        self.assertTrue(comments and comments[0])

    # ---- the head of a khóm

    def test_khom_head_when_is_the_dialogue_and_who_comes(self):
        items = self.ask("khom_head", "dialogues?from=2021-03-01&to=2021-03-31")["items"]
        self.assertEqual({"tan-my"}, {item["khom"] for item in items})
        invited = self.ask("khom_head", f"dialogues/{items[0]['id']}")["invitations"]
        self.assertTrue(invited)

    def test_khom_head_what_became_of_what_my_people_said(self):
        items = self.ask("khom_head", "issues?limit=200")["items"]
        self.assertEqual({"tan-my"}, {item["khom"] for item in items})
        self.assertTrue(all(item["phase"] for item in items))

    def test_khom_head_which_letters_must_i_hand_over(self):
        self.assertIn("to_deliver", self.listed("khom_head", "work"))

    def test_khom_head_what_did_the_ward_promise_here(self):
        items = self.ask("khom_head", "commitments")["items"]
        self.assertTrue(items)
        self.assertEqual({"tan-my"}, {item["khom"] for item in items})

    def test_khom_head_what_do_i_say_about_the_delay(self):
        paused = self.ask("khom_head", "issues/i-2021-0129/deadline")
        steps = {step["kind"]: step for step in paused["resolution"]["steps"]}
        self.assertTrue({"classified", "paused", "resumed"} <= set(steps))
        self.assertIn("Chỉ thị số 16", steps["paused"]["reason"])
        self.assertTrue(any(day["verdict"] == "paused"
                            for day in paused["resolution"]["clock"]["days"]))

    # ---- the supervisor

    def test_supervisor_were_dialogues_held_as_planned(self):
        schedule = self.ask("supervisor", "schedule?year=2021")
        self.assertEqual((20, 19, 1),
                         (schedule["required"], schedule["met"], schedule["missed"]))

    def test_supervisor_are_closed_cases_closed_in_peoples_eyes(self):
        figures = self.figures("supervisor", "reports/calendar/2021")
        self.assertGreater(figures["feedback.satisfied"]["value"], 0)
        self.assertGreater(figures["feedback.asked"]["value"],
                           figures["feedback.satisfied"]["value"])

    def test_supervisor_which_extensions_look_abnormal(self):
        figures = self.figures("supervisor", "reports/calendar/2021")
        extended = figures["time.extensions_approved"]
        self.assertGreater(extended["value"], 0)
        detail = self.ask("supervisor",
                          "reports/calendar/2021/figures/time.extensions_approved")
        self.assertEqual(extended["value"], len(detail["items"]))

    def test_supervisor_do_the_figures_follow_from_the_ledger(self):
        self.assertTrue(self.ask("supervisor", "reports/cchc/2021-Q1")["frozen"]["matches"])

    def test_supervisor_what_happened_to_our_recommendations(self):
        rows = {row["recommendation"]: row for row in
                self.ask("supervisor", "supervision")["recommendations"]}
        self.assertFalse(rows["kn-2021-01"]["answer"]["late"])
        self.assertTrue(rows["kn-2021-02"]["answer"]["late"])

    # ---- the body above

    def test_home_affairs_which_report_is_missing(self):
        items = self.ask("home_affairs", "reports/cchc?year=2021")["items"]
        self.assertEqual({"acknowledged"}, {item["phase"] for item in items})
        self.assertEqual({"open"}, {item["phase"] for item in self.ask(
            "home_affairs", "reports/cchc?year=2022")["items"]})

    def test_home_affairs_do_the_totals_add_up_and_fit_the_period_before(self):
        first = self.ask("home_affairs", "reports/calendar/2021-Q3")["balance"]
        second = self.ask("home_affairs", "reports/calendar/2021-Q4")["balance"]
        self.assertTrue(first["holds"] and second["holds"])
        live = self.ask("home_affairs", "reports/calendar/2021-H1")["balance"]
        quarters = [self.ask("home_affairs", f"reports/calendar/2021-{name}")["balance"]
                    for name in ("Q1", "Q2")]
        self.assertEqual(live["new"], sum(quarter["new"] for quarter in quarters))

    def test_home_affairs_which_issues_wait_for_a_department(self):
        detail = self.ask("home_affairs", "reports/calendar/2021/figures/forwarded.pending")
        self.assertGreaterEqual(len(detail["items"]), 2)

    def test_home_affairs_is_it_data_or_reality(self):
        figures = self.figures("home_affairs", "reports/calendar/2021")
        self.assertEqual(1, figures["entries.corrections"]["value"])
        self.assertEqual(1, figures["entries.reclassified"]["value"])
        quarter = self.ask("home_affairs", "reports/calendar/2021-Q2")
        late = next(one for one in quarter["figures"] if one["id"] == "entries.late")
        self.assertEqual(len(quarter["late_entries"]), late["value"])
        self.assertGreater(late["value"], 0)

    def test_home_affairs_can_it_be_loaded_without_retyping(self):
        report = self.ask("home_affairs", "reports/calendar/2021")
        for figure in report["figures"]:
            self.assertIn("id", figure)
            self.assertIn("value", figure)

    # ---- the clerk

    def test_clerk_which_number_is_next(self):
        register = self.ask("clerk", "register/2021")
        numbers = [row["number"] for row in register["items"]]
        # One shared series without a gap after what the paper book had; a spoiled number stays.
        self.assertEqual(sorted(numbers), list(range(5, len(numbers) + 5)))
        self.assertEqual(1, sum(1 for row in register["items"] if row["voided"]))

    def test_clerk_what_must_be_dispatched_today(self):
        self.assertTrue({"to_issue", "to_deliver"} <= set(self.listed("clerk", "work")))

    def test_clerk_what_may_be_erased(self):
        self.assertEqual("identified", self.ask("clerk", "residents/r-2021-0001")["phase"])
        refused = self.world.as_user("chair").act("residents/r-2021-0001/destroy-key", {
            "ground": "retention_over", "reason": "Hết thời hạn lưu trữ",
            "decision": "01/QĐ-UBND", "decided_on": "2022-01-04"})
        self.assertEqual("retention_running", refused.json["code"], refused.bytes)
        self.assertTrue(refused.json["facts"]["until"].startswith("2041"), refused.bytes)

    def test_clerk_how_far_is_the_ledger_signed(self):
        checkpoint = self.world.as_user("clerk").get("tlog/checkpoint")
        self.assertEqual(200, checkpoint.status)
        self.assertGreater(int(checkpoint.bytes.decode().split("\n")[1]), 2000)

    def test_who_opened_sealed_data(self):
        opened = self.ask("officer", "issues/i-2021-0011?purpose=" + quote("Kiểm tra hồ sơ"))
        reads = self.ask("supervisor", "supervision/sealed-reads?min_position="
                         f"{opened['position'] + 1}")["items"]
        self.assertTrue(any(read["purpose"] == "Kiểm tra hồ sơ" for read in reads))


if __name__ == "__main__":
    unittest.main()
