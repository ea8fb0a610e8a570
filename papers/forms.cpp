#include "forms.hpp"

#include <algorithm>
#include <array>

namespace langnghe::papers {
namespace {

using enum domain::PaperKind;

template <std::size_t kCount>
using Recipients = std::array<std::string_view, kCount>;

constexpr Recipients<3> kOfAnAnswer{"Người có ý kiến", "Trưởng khóm", "Lưu: VT, hồ sơ"};
constexpr Recipients<3> kOfAnExtension{"Người có ý kiến", "Bộ phận giải quyết", "Lưu: VT, hồ sơ"};
constexpr Recipients<3> kOfAForwarding{"Như trên", "Người có ý kiến", "Lưu: VT, hồ sơ"};
constexpr Recipients<2> kOfAReminder{"Như trên", "Lưu: VT, hồ sơ"};
constexpr Recipients<2> kOfAReceipt{"Người cung cấp", "Lưu: VT, hồ sơ"};
constexpr Recipients<2> kOfAPosting{"Trưởng khóm", "Lưu: VT, hồ sơ"};
constexpr Recipients<2> kOfADelivery{"Người nhận", "Lưu: VT, hồ sơ"};
constexpr Recipients<2> kOfAnInvitation{"Như trên", "Lưu: VT"};
constexpr Recipients<3> kOfAProgramme{"Thành phần dự", "Trưởng khóm", "Lưu: VT"};
constexpr Recipients<1> kOfMinutes{"Lưu: VT, hồ sơ"};
constexpr Recipients<3> kOfAConclusion{"Các bộ phận liên quan", "Trưởng khóm (niêm yết)",
                                       "Lưu: VT, hồ sơ"};
constexpr Recipients<6> kOfAPlan{"Cơ quan cấp trên trực tiếp",
                                 "TT. Đảng ủy; TT. HĐND",
                                 "CT, các PCT UBND",
                                 "UBMTTQ và các đoàn thể",
                                 "Các khóm",
                                 "Lưu: VT"};
constexpr Recipients<6> kOfADecision{
    "Như Điều 3",       "Cơ quan cấp trên trực tiếp", "TT. Đảng ủy; TT. HĐND",
    "CT, các PCT UBND", "UBMTTQ và các đoàn thể",     "Lưu: VT"};
constexpr Recipients<3> kOfAReport{"Như trên", "TT. Đảng ủy; TT. HĐND", "Lưu: VT, hồ sơ"};

constexpr std::string_view kDialogue =
    "Buổi đối thoại, tiếp xúc trực tiếp với Nhân dân";  // the khóm follows

constexpr auto kForms = std::to_array<Form>({
    // about a matter
    {notice, "TB", "Về kết quả giải quyết ý kiến, kiến nghị của Nhân dân", "matter", kOfAnAnswer},
    {correction, "TB", "Đính chính thông báo kết quả giải quyết ý kiến, kiến nghị", "",
     kOfAnAnswer},
    {extension, "TB", "Về việc gia hạn thời gian giải quyết ý kiến, kiến nghị", "matter",
     kOfAnExtension},
    {refusal, "TB", "Về việc không thụ lý giải quyết ý kiến, kiến nghị", "matter", kOfAnAnswer},
    {forwarding, "PC", "Chuyển ý kiến, kiến nghị của Nhân dân đến cơ quan có thẩm quyền", "",
     kOfAForwarding},
    {reminder, "PG", "Đôn đốc kết quả giải quyết ý kiến, kiến nghị đã chuyển", "", kOfAReminder},
    {receipt, "PG", "Nhận thông tin, tài liệu, bằng chứng do người dân cung cấp", "", kOfAReceipt},
    {posting, "PG", "Niêm yết thông báo kết quả giải quyết ý kiến, kiến nghị", "", kOfAPosting},
    {delivery, "BB", "Giao nhận thông báo kết quả giải quyết", "", kOfADelivery},
    // about a dialogue
    {invitation, "GM", "Dự buổi đối thoại, tiếp xúc trực tiếp với Nhân dân", "", kOfAnInvitation},
    {programme, "CTr", kDialogue, "", kOfAProgramme},
    {minutes, "BB", kDialogue, "", kOfMinutes},
    {conclusion, "TB", "Kết luận tại buổi đối thoại, tiếp xúc trực tiếp với Nhân dân", "dialogue",
     kOfAConclusion},
    // of the year and the period
    {plan, "KH", "", "", kOfAPlan},
    {decision, "QĐ", "", "dialogue", kOfADecision},
    {report, "BC", "", "", kOfAReport},
    {supplement, "BC", "", "", kOfAReport},
});

}  // namespace

const Form& form_of(domain::PaperKind kind) {
  return *std::ranges::find(kForms, kind, &Form::kind);
}

}  // namespace langnghe::papers
