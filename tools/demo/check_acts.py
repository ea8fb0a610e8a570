"""Reads acts the way the rules do and stops at the first that would be refused: who may do what,
from which phase, in which order. No personal data may stand where it is not sealed."""

import json
import sys
from datetime import date, datetime

from book import WorkingDays

RUNNING = {"classified", "returned", "assigned", "accepted", "in_progress", "forwarded",
           "forward_acknowledged", "external_result_received", "answer_drafted", "reopened"}
OPEN = RUNNING | {"recorded", "contested", "answer_approved", "notice_issued",
                  "notice_delivered", "notice_posted"}
ENDED = {"answered_on_the_spot", "noted", "external_result_told", "closed", "refused",
         "withdrawn"}
SENT = {"notice_issued", "notice_delivered", "notice_posted"}
PROMISING = OPEN | ENDED - {"withdrawn"}
# act: (roles, phases it is allowed from, phase after it; None = stays)
ISSUE = {
    "answer-on-the-spot": ("chair officer cchc_officer", {"recorded"}, "answered_on_the_spot"),
    "note": ("cchc_officer", {"recorded"}, "noted"),
    "contest": ("cchc_officer khom_head", {"answered_on_the_spot", "noted"}, "contested"),
    "classify": ("cchc_officer chair", {"recorded", "contested"}, "classified"),
    "reclassify": ("cchc_officer chair", RUNNING, None),
    "split": ("cchc_officer", {"recorded", "contested", "classified"}, "split"),
    "merge": ("cchc_officer", RUNNING, "merged"),
    "unmerge": ("cchc_officer", {"merged"}, None),
    "link": ("cchc_officer officer", OPEN | ENDED, None),
    "correct": ("cchc_officer", OPEN, None),
    "void": ("chair", OPEN, "voided"),
    "withdraw": ("cchc_officer", OPEN, "withdrawn"),
    "assign": ("cchc_officer chair", {"classified", "returned", "assigned", "accepted",
                                      "in_progress", "reopened"}, "assigned"),
    "accept": ("officer", {"assigned"}, "accepted"),
    "return": ("officer", {"assigned", "accepted"}, "returned"),
    "note-progress": ("officer cchc_officer khom_head",
                      {"accepted", "in_progress", "forwarded", "forward_acknowledged",
                       "external_result_received"}, None),
    "request-information": ("officer cchc_officer", RUNNING, None),
    "receive-information": ("officer cchc_officer", RUNNING, None),
    "pause-clock": ("chair", RUNNING, None),
    "resume-clock": ("chair cchc_officer", RUNNING, None),
    "request-extension": ("officer", {"assigned", "accepted", "in_progress", "answer_drafted"},
                          None),
    "approve-extension": ("chair", RUNNING, None),
    "refuse-extension": ("chair", RUNNING, None),
    "escalate": ("cchc_officer supervisor", OPEN, None),
    "instruct": ("chair", OPEN, None),
    "hand-over": ("chair cchc_officer", {"classified"}, "handed_over"),
    "refuse-handling": ("chair", {"classified"}, "refused"),
    "forward": ("chair cchc_officer",
                {"classified", "returned", "assigned", "accepted", "in_progress"}, "forwarded"),
    "acknowledge-forward": ("cchc_officer clerk", {"forwarded"}, "forward_acknowledged"),
    "bounce-forward": ("cchc_officer clerk", {"forwarded", "forward_acknowledged"},
                       "classified"),
    "record-external-result": ("cchc_officer clerk", {"forwarded", "forward_acknowledged"},
                               "external_result_received"),
    "tell-external-result": ("cchc_officer clerk khom_head",
                             {"external_result_received", "external_result_told", "closed"},
                             "external_result_told"),
    "draft-answer": ("officer", {"accepted", "in_progress", "answer_drafted"}, "answer_drafted"),
    "send-back-answer": ("cchc_officer chair", {"answer_drafted"}, None),
    "approve-answer": ("chair", {"answer_drafted"}, "answer_approved"),
    "issue-notice": ("clerk chair", {"answer_approved"}, "notice_issued"),
    "record-delivery": ("clerk cchc_officer khom_head", SENT | {"closed"}, "notice_delivered"),
    "record-delivery-failure": ("clerk cchc_officer khom_head", SENT | {"closed"}, None),
    "post-notice": ("clerk cchc_officer khom_head", SENT | {"closed"}, "notice_posted"),
    "give-up-delivery": ("cchc_officer chair",
                         SENT | {"closed", "external_result_received", "external_result_told"},
                         None),
    "replace-notice": ("chair", SENT, "notice_issued"),
    "correct-notice": ("chair clerk", SENT | {"closed"}, None),
    "recall-notice": ("chair", SENT, "in_progress"),
    "close": ("cchc_officer", {"notice_delivered", "notice_posted", "external_result_told"},
              "closed"),
    "ask-feedback": ("cchc_officer supervisor", {"closed", "answered_on_the_spot"}, None),
    "record-feedback": ("cchc_officer khom_head supervisor", {"closed", "answered_on_the_spot"},
                        None),
    "request-reopen": ("cchc_officer khom_head supervisor", ENDED, None),
    "decline-reopen": ("chair", ENDED, None),
    "reopen": ("chair", ENDED, "reopened"),
    "make-commitment": ("chair officer", PROMISING, None),
    "revise-commitment": ("chair officer", PROMISING, None),
    "file-evidence": ("chair officer cchc_officer", PROMISING, None),
    "verify-commitment": ("khom_head supervisor", PROMISING, None),
    "dispute-commitment": ("khom_head supervisor", PROMISING, None),
}
MEETING = {"opened", "closed"}
DIALOGUE = {
    "announce": ("cchc_officer clerk", {"scheduled"}, "announced"),
    "invite": ("cchc_officer clerk", {"scheduled", "announced"}, None),
    "answer-invitation": ("cchc_officer clerk supervisor khom_head", {"scheduled", "announced"},
                          None),
    "postpone": ("cchc_officer chair", {"scheduled", "announced", "postponed"}, "scheduled"),
    "cancel": ("chair", {"scheduled", "announced", "postponed"}, "cancelled"),
    "open": ("cchc_officer chair", {"scheduled", "announced"}, "opened"),
    "record-attendance": ("cchc_officer officer khom_head", MEETING, None),
    "present-previous-results": ("cchc_officer chair", MEETING, None),
    "skip-presentation": ("cchc_officer chair", MEETING, None),
    "record-opinion": ("cchc_officer officer khom_head", MEETING, None),
    "confirm-opinion": ("cchc_officer officer khom_head", MEETING, None),
    "decline-confirmation": ("cchc_officer officer khom_head", MEETING, None),
    "redirect-denunciation": ("cchc_officer chair", MEETING, None),
    "close": ("cchc_officer chair", {"opened"}, "closed"),
    "sign-minutes": ("chair cchc_officer", {"closed"}, "minutes_signed"),
    "refuse-signature": ("cchc_officer chair", {"closed", "minutes_signed"}, None),
    "sign-addendum": ("chair cchc_officer", {"minutes_signed", "concluded"}, None),
    "publish-conclusion": ("chair clerk", {"minutes_signed"}, "concluded"),
}
PLAN = {"draft": ("cchc_officer", {"absent"}, "drafted"),
        "approve": ("chair", {"drafted"}, "approved"),
        "publish": ("cchc_officer clerk", {"approved"}, "published"),
        "amend": ("chair", {"approved", "published"}, None),
        "credit-late-dialogue": ("chair", {"approved", "published"}, None),
        "close": ("chair cchc_officer", {"approved", "published"}, "closed")}
REPORT = {"freeze": ("cchc_officer", {"absent"}, "frozen"),
          "draft": ("cchc_officer", {"frozen", "drafted", "sent_back"}, "drafted"),
          "send-back": ("chair", {"drafted"}, "sent_back"),
          "sign": ("chair", {"frozen", "drafted"}, "signed"),
          "submit": ("cchc_officer", {"signed", "returned"}, "submitted"),
          "acknowledge": ("home_affairs", {"submitted"}, "acknowledged"),
          "return": ("home_affairs", {"submitted"}, "returned"),
          "supplement": ("cchc_officer", {"signed", "submitted", "acknowledged", "returned"},
                         None)}
KNOWN = {"identified"}
RESIDENT = {"change-contact": ("cchc_officer clerk", KNOWN | {"withheld"}, None),
            "withhold-identity": ("cchc_officer", KNOWN, "withheld"),
            "reveal-identity": ("cchc_officer", {"withheld"}, "identified"),
            "destroy-key": ("admin chair", KNOWN | {"withheld"}, "erased")}
REGISTER = {"void-number": ("clerk", {"absent"}, None),
            "allow-number": ("chair", {"absent"}, None)}
SUPERVISION = {"recommend": ("supervisor", {"absent"}, None),
               "answer-recommendation": ("chair", {"absent"}, None),
               "register-takedown": ("chair cchc_officer admin", {"absent"}, None)}
TABLES = {"dialogues": DIALOGUE, "issues": ISSUE, "plans": PLAN, "reports": REPORT,
          "residents": RESIDENT, "register": REGISTER, "supervision": SUPERVISION}

# act on a promise: (where it may stand, where it stands then)
PROMISE = {"revise-commitment": (("made",), "made"),
           "file-evidence": (("made", "disputed"), "filed"),
           "verify-commitment": (("filed",), "verified"),
           "dispute-commitment": (("filed",), "disputed")}

# The signer of the plan the year is run under is a real person and never one of ours.
NEVER_A_PERSON = "Minh Hiếu"
PERSONAL = {"words", "name", "phone", "address", "host_address"}


class Refused(Exception):
    pass


def need(condition, reason):
    if not condition:
        raise Refused(reason)


class Matter:
    def __init__(self, khom, received):
        self.khom, self.received = khom, received
        self.assignee = self.complexity = self.type = self.effective = None
        self.pending = self.asked = self.sent_back = False
        self.extensions = 0
        self.before_merge, self.promises = None, {}


class Checker:
    def __init__(self):
        self.days = WorkingDays()
        self.phases, self.roles = {}, {"admin": ("admin", [])}
        self.officials, self.khoms = set(), set()
        self.dialogues, self.matters, self.residents = {}, {}, set()
        self.opinions, self.read_back, self.happened_last = set(), set(), {}
        self.personal, self.clear = set(), []

    # ---- the common part of every act

    def take(self, line):
        now = datetime.fromisoformat(line["at"])
        role, scope = self.roles.get(line["by"], (None, []))
        need(role, f"{line['by']} has no role")
        kind, *rest = line["post"].split("/")
        body = line.get("body", {})
        told = body.get("happened")
        self.on = date.fromisoformat(told[:10]) if told else now.date()
        need(self.on <= now.date(), "happened in the future")
        self.note_texts(body)
        if kind in ("ward", "calendar", "policy", "users"):
            need(role == "admin", "only admin")
            self.set_up(kind, rest, body)
        elif line["post"] == "dialogues":
            need(role in ("cchc_officer", "clerk", "khom_head"), "role")
            self.schedule(body)
        elif kind == "issues" and rest[1:] == ["record"]:
            need(role in ("cchc_officer", "clerk", "khom_head"), "role")
            self.record({**body, "issue": rest[0]})
        else:
            self.act(kind, rest, line["by"], role, scope, body)

    def act(self, kind, rest, by, role, scope, body):
        *names, name = rest
        subject = "/".join([kind, *names])
        roles, phases, after = TABLES[kind][name]
        need(role in roles.split(), f"{role} may not {name}")
        phase = self.phases.get(subject, "absent")
        need(phase in phases, f"{name} from {phase}")
        khom = self.khom_of(kind, names[0] if names else "")
        need(not scope or khom in scope, "outside the khóm")
        need(self.on >= self.happened_last.get(subject, self.on), "before the act before it")
        self.happened_last[subject] = self.on
        if kind == "issues":
            self.issue(names[0], name, by, body)
        elif kind == "dialogues":
            self.dialogue(names[0], name, body)
        if name == "merge":
            self.matters[names[0]].before_merge = phase
            need(self.phases["issues/" + body["into"]] in RUNNING, "merged into an ended issue")
        for official in self.officials_in(body):
            need(official in self.officials, f"{official} is not in office")
        if after and "absorbed" not in body:
            self.phases[subject] = after
        if name == "unmerge":
            self.phases[subject] = self.matters[names[0]].before_merge
        if name == "note-progress" and phase == "accepted":
            self.phases[subject] = "in_progress"

    def khom_of(self, kind, name):
        if kind == "issues":
            need(name in self.matters, f"no issue {name}")
            return self.matters[name].khom
        if kind == "dialogues":
            need(name in self.dialogues, f"no dialogue {name}")
            return self.dialogues[name]["khom"]
        return None

    @staticmethod
    def officials_in(body):
        for key in ("answered_by", "chaired_by", "signer", "receiving_officer", "owner"):
            if body.get(key, "").startswith("of-"):
                yield body[key]
        for key in ("officials", "signers"):
            yield from body.get(key, ())

    # ---- by kind

    def set_up(self, kind, rest, body):
        if rest == ["add-khom"]:
            self.khoms.add(body["khom"])
        elif rest == ["merge-khoms"]:
            need(set(body["from"]) <= self.khoms, "unknown khóm merged")
            self.khoms.add(body["into"])
        elif rest == ["appoint-official"]:
            need(body["official"] not in self.officials, "official twice")
            self.officials.add(body["official"])
        elif kind == "users" and rest[1] == "revoke-role":
            self.roles[rest[0]] = (None, [])
        elif kind == "users" and rest[1] == "grant-role":
            need(set(body["khoms"]) <= self.khoms, "unknown khóm")
            need(rest[0] in self.roles, "not registered")
            self.roles[rest[0]] = (body["role"], body["khoms"])
        elif kind == "users":
            need(body["official"] in self.officials | {None}, "unknown official")
            self.roles[rest[0]] = (None, [])

    def schedule(self, body):
        name = body["dialogue"]
        need(name not in self.dialogues, "dialogue twice")
        need(body["khom"] in self.khoms and body["chair"] in self.officials, "unknown")
        need(body["start"] < body["end"], "ends before it starts")
        venue = body["venue"]
        household = venue["kind"] == "household"
        need(household == ("host" in venue), "a household has a host")
        need(not household or venue["host"] in self.residents, "the host is not known")
        self.dialogues[name] = {**body, "attended": False, "opened": None, "issues": []}
        self.phases["dialogues/" + name] = "scheduled"

    def dialogue(self, name, act, body):
        dialogue = self.dialogues[name]
        held = date.fromisoformat(dialogue["date"])
        if act == "announce":
            need(self.on <= held, "announced after the day")
        elif act == "postpone":
            dialogue["date"] = body["date"]
            return
        elif act in ("invite", "answer-invitation", "cancel"):
            need(self.on <= held, "after the day")
            return
        elif act == "open":
            need(self.on == held, "opened on another day")
            dialogue["opened"] = body["start"]
        else:
            need(self.on >= held, "before the meeting")
        if act == "record-attendance":
            dialogue["attended"] = True
        elif act == "record-opinion":
            self.opinion(dialogue, body)
        elif act in ("confirm-opinion", "decline-confirmation"):
            need(body["opinion"] in self.opinions - self.read_back, "read back once")
            self.read_back.add(body["opinion"])
        elif act == "redirect-denunciation":
            need(body["issue"] not in self.matters, "issue twice")
        elif act == "close":
            need(dialogue["attended"] and dialogue["opened"] < body["end"], "close too early")

    def opinion(self, dialogue, body):
        need(body["opinion"] not in self.opinions and body["issues"], "opinion")
        self.opinions.add(body["opinion"])
        speaker = body.get("speaker", {})
        need(bool(speaker) != body["anonymous"], "anonymous speakers are not described")
        if speaker:
            self.speaker(speaker)
        for raised in body["issues"]:
            need(raised["issue"] not in self.matters, "issue twice")
            self.matters[raised["issue"]] = Matter(
                dialogue["khom"], date.fromisoformat(dialogue["date"]))
            self.phases["issues/" + raised["issue"]] = "recorded"
            dialogue["issues"].append(raised["issue"])

    def speaker(self, speaker):
        is_new = len(speaker) > 1
        need(is_new != (speaker["resident"] in self.residents), "speaker new and known")
        self.residents.add(speaker["resident"])
        self.phases.setdefault("residents/" + speaker["resident"], "identified")

    def record(self, body):
        need(body["issue"] not in self.matters, "issue twice")
        need(body["khom"] in self.khoms and body["received"] <= self.on.isoformat(), "record")
        self.speaker(body["speaker"])
        self.matters[body["issue"]] = Matter(body["khom"], date.fromisoformat(body["received"]))
        self.phases["issues/" + body["issue"]] = "recorded"

    def issue(self, name, act, by, body):
        matter = self.matters[name]
        need(self.on >= matter.received, "before the issue was received")
        if act in ("accept", "return", "request-extension", "draft-answer"):
            need(by == matter.assignee, "not the assignee")
        if act in ("send-back-answer", "approve-answer"):
            need(not matter.sent_back, "the draft was sent back")
        if act == "classify":
            matter.type, matter.complexity = body["type"], body["complexity"]
            matter.effective = self.days.due(matter.received, matter.complexity == "complex")
        elif act == "reclassify":
            matter.complexity = body["complexity"]
            matter.effective = date.fromisoformat(body["agreed_due"])
        elif act == "pause-clock":
            need(self.on.isoformat() < body["until"] and self.on <= matter.effective, "pause")
        elif act == "contest":
            matter.received = self.on
        elif act == "split":
            for part in body["parts"]:
                self.matters[part["issue"]] = Matter(matter.khom, matter.received)
                self.phases["issues/" + part["issue"]] = "recorded"
        elif act == "assign":
            need(self.roles[body["assignee"]][0] == "officer", "only officers are assigned")
            internal = body.get("internal_due")
            need(not internal or self.on.isoformat() <= internal <= matter.effective.isoformat(),
                 "internal due")
            matter.assignee = body["assignee"]
        elif act == "request-extension":
            need(not matter.pending and matter.extensions < 1, "one extension")
            need(1 <= body["days"] <= 15 and self.on <= matter.effective, "extension")
            matter.pending = body["days"]
        elif act in ("approve-extension", "refuse-extension"):
            need(matter.pending, "no extension was asked for")
            if act == "approve-extension":
                matter.extensions += 1
                matter.effective = self.days.after(matter.effective, matter.pending)
            matter.pending = False
        elif act == "hand-over":
            need(matter.type == "COMPLAINT", "only a complaint is handed over")
        elif act in ("draft-answer", "send-back-answer"):
            matter.sent_back = act == "send-back-answer"
        elif act in ("make-commitment", "instruct") and "commitment" in body:
            matter.promises[body["commitment"]] = "made"
        elif act in PROMISE:
            need(matter.promises[body["commitment"]] in PROMISE[act][0], act)
            matter.promises[body["commitment"]] = PROMISE[act][1]
        elif act == "ask-feedback":
            matter.asked = True
        elif act == "record-feedback":
            need(matter.asked, "nobody asked for feedback")
        elif act == "reopen":
            matter.asked = matter.sent_back = matter.pending = False
            matter.extensions = 0
            matter.effective = self.days.due(self.on, matter.complexity == "complex")

    # ---- personal data

    def note_texts(self, value, key="", owner=""):
        if isinstance(value, dict):
            for name, inner in value.items():
                self.note_texts(inner, name, key)
        elif isinstance(value, list):
            for inner in value:
                self.note_texts(inner, key, owner)
        elif isinstance(value, str):
            sealed = key in PERSONAL - {"name"} or (key == "name" and owner == "speaker")
            (self.personal.add(value) if sealed else self.clear.append(value))

    def finish(self):
        everything = "\n".join(self.clear)
        for text in self.personal:
            need(text not in everything, f"personal data in the clear: {text}")
            need(NEVER_A_PERSON not in text, "the plan's signer is nobody here")
        need(NEVER_A_PERSON not in everything, "the plan's signer is nobody here")


def check(lines):
    checker = Checker()
    last = ""
    for number, line in enumerate(lines, 1):
        try:
            need(line["at"] > last, "not later than the line before")
            last = line["at"]
            checker.take(line)
        except (Refused, KeyError) as problem:
            raise SystemExit(f"line {number}: {problem!r}: {json.dumps(line, ensure_ascii=False)}")
    checker.finish()


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        check([json.loads(text) for text in file])
    print("no act would be refused")
