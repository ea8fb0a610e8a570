#pragma once

#include <array>
#include <string_view>
#include <utility>

#include <domain/enum_text.hpp>

namespace langnghe::domain {

/// The kinds of papers that a ward prints. Each has a template of its own.
enum class PaperKind {
  notice,      ///< result of a matter, told in writing
  correction,  ///< of an error of form in a notice
  extension,   ///< a later date
  forwarding,  ///< to the body whose matter it is
  reminder,    ///< to a body that has not answered
  refusal,     ///< why a matter is not handled
  receipt,     ///< for papers that a resident handed in
  posting,     ///< of a notice at the khóm office
  delivery,    ///< who took a notice, when
  slip,        ///< for the resident's hand, A6
  poster,      ///< for the khóm office, A3
  invitation,
  programme,  ///< what a dialogue takes up, hour by hour
  minutes,
  conclusion,
  plan,
  decision,  ///< that amends the plan
  report,
  supplement,  ///< to a report that was sent
};

template <>
struct EnumText<PaperKind> {
  static constexpr std::array<std::pair<PaperKind, std::string_view>, 19> kNames{
      {{PaperKind::notice, "notice"},
       {PaperKind::correction, "correction"},
       {PaperKind::extension, "extension"},
       {PaperKind::forwarding, "forwarding"},
       {PaperKind::reminder, "reminder"},
       {PaperKind::refusal, "refusal"},
       {PaperKind::receipt, "receipt"},
       {PaperKind::posting, "posting"},
       {PaperKind::delivery, "delivery"},
       {PaperKind::slip, "slip"},
       {PaperKind::poster, "poster"},
       {PaperKind::invitation, "invitation"},
       {PaperKind::programme, "programme"},
       {PaperKind::minutes, "minutes"},
       {PaperKind::conclusion, "conclusion"},
       {PaperKind::plan, "plan"},
       {PaperKind::decision, "decision"},
       {PaperKind::report, "report"},
       {PaperKind::supplement, "supplement"}}};
};

}  // namespace langnghe::domain
