#include "papers/kinds.hpp"

#include <algorithm>
#include <array>

#include "embedded_templates.hpp"

namespace langnghe::papers {
namespace {

constexpr auto kKinds = std::to_array<KindFacts>({
    {Kind::notice, "notice", "Thông báo kết quả", "thong-bao-ket-qua"},
    {Kind::minutes, "minutes", "Biên bản đối thoại", "bien-ban"},
    {Kind::conclusion, "conclusion", "Thông báo kết luận", "thong-bao-ket-luan"},
    {Kind::plan, "plan", "Kế hoạch", "ke-hoach"},
    {Kind::invitation, "invitation", "Giấy mời", "giay-moi"},
    {Kind::extension, "extension", "Thông báo gia hạn", "thong-bao-gia-han"},
    {Kind::forwarding, "forwarding", "Phiếu chuyển", "phieu-chuyen"},
    {Kind::report, "report", "Báo cáo", "bao-cao"},
    {Kind::posting, "posting", "Phiếu niêm yết", "phieu-niem-yet"},
    {Kind::slip, "slip", "Phiếu hẹn trả lời", "phieu-hen"},
    {Kind::correction, "correction", "Thông báo đính chính", "dinh-chinh"},
    {Kind::reminder, "reminder", "Phiếu đôn đốc", "phieu-don-doc"},
    {Kind::refusal, "refusal", "Thông báo không thụ lý", "thong-bao-khong-thu-ly"},
    {Kind::receipt, "receipt", "Giấy biên nhận", "giay-bien-nhan"},
    {Kind::delivery, "delivery", "Biên bản giao nhận", "bien-ban-giao-nhan"},
    {Kind::programme, "programme", "Chương trình", "chuong-trinh"},
    {Kind::poster, "poster", "Áp phích", "ap-phich"},
    {Kind::decision, "decision", "Quyết định sửa đổi kế hoạch", "quyet-dinh"},
    {Kind::supplement, "supplement", "Báo cáo bổ sung", "bao-cao-bo-sung"},
});

}  // namespace

std::span<const KindFacts> kinds() {
  return kKinds;
}

const KindFacts& facts_of(Kind kind) {
  return *std::ranges::find(kKinds, kind, &KindFacts::kind);
}

std::string_view shipped_template(Kind kind) {
  const auto file = std::string(facts_of(kind).name) + ".docx";
  const auto files = embedded_templates();
  return std::ranges::find(files, file, &Embedded::name)->bytes;
}

std::expected<std::string, TemplateFault> make(Kind kind, const Content& content) {
  return fill(shipped_template(kind), content);
}

}  // namespace langnghe::papers
