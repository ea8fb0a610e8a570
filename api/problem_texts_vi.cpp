#include <array>

#include "problem_texts.hpp"

namespace langnghe::api {
namespace {

constexpr auto kProblems = std::to_array<ProblemText>({
    // ---- the API
    {"malformed_target", "Không đọc được địa chỉ",
     "Đường dẫn hoặc tham số không đúng dạng URL. Kiểm tra lại mã phần trăm; không nhận `.`, `..` "
     "và "
     "dấu gạch chéo đã mã hóa."},
    {"unknown_path", "Không có gì ở địa chỉ này",
     "Danh sách mọi đường dẫn nằm trong hợp đồng /openapi.yaml."},
    {"method_not_allowed", "Địa chỉ này không nhận phương thức đó", "Hãy dùng: {allow}."},
    {"query_invalid", "Tham số truy vấn không hợp lệ",
     "`errors` nêu từng tham số và giá trị được phép. Sửa địa chỉ rồi hỏi lại."},
    {"malformed_json", "Nội dung gửi lên không phải JSON đúng dạng",
     "Gửi một đối tượng JSON bằng UTF-8, mỗi tên một lần, lồng nhau không quá 32 tầng."},
    {"body_invalid", "Có trường dữ liệu không hợp lệ",
     "`errors` nêu mọi trường và dạng cần có. Sửa tất cả rồi gửi lại."},
    {"unsupported_media_type", "Nội dung phải là JSON",
     "Gửi kèm tiêu đề Content-Type: application/json."},
    {"internal_error", "Máy chủ gặp lỗi",
     "Chưa biết có gì được lưu. Hãy gửi lại với cùng Idempotency-Key: việc không thể xảy ra hai "
     "lần. "
     "Nếu vẫn lỗi, báo người vận hành."},
    {"unknown_ward", "Không có phường này",
     "Không có sổ cái nào tên \"{ward}\". Kiểm tra lại địa chỉ."},
    {"sign_in_required", "Cần đăng nhập",
     "Gửi cookie của phiên đăng nhập hoặc Authorization: Bearer với mã truy cập còn hiệu lực. "
     "Phiên "
     "có thể đã hết hạn."},
    {"wrong_credentials", "Sai tên người dùng hoặc mật khẩu",
     "Kiểm tra cả hai rồi thử lại. Sai nhiều lần sẽ phải chờ."},
    {"sign_in_throttled", "Thử sai quá nhiều lần", "Chờ {seconds} giây rồi thử lại."},
    {"other_ward", "Tài khoản của anh/chị thuộc phường khác",
     "Dùng địa chỉ của phường mình, hoặc xin quản trị phường này cấp tài khoản."},
    {"account_disabled", "Tài khoản chưa hoạt động",
     "Nhờ quản trị của phường đăng ký hoặc mở lại tài khoản."},
    {"account_without_role", "Tài khoản chưa có vai trò", "Nhờ quản trị của phường cấp vai trò."},
    {"acting_role_not_held", "Anh/chị không giữ vai trò đó",
     "X-Acting-Role ghi \"{role}\" nhưng tài khoản không có. Bỏ tiêu đề này hoặc ghi một vai trò "
     "của "
     "mình."},
    {"csrf_token_missing", "Thiếu mã của trang hoặc mã đã cũ",
     "Gửi csrf_token lấy từ GET …/session trong tiêu đề X-CSRF-Token."},
    {"reading_not_permitted", "Vai trò của anh/chị không được xem mục này",
     "Nếu công việc cần, hãy đề nghị quản trị của phường."},
    {"password_change_not_permitted", "Không được đổi mật khẩu này",
     "Đổi mật khẩu của mình bằng old_password đúng, hoặc nhờ quản trị."},
    {"idempotency_key_missing", "Thiếu Idempotency-Key",
     "Mỗi việc tạo một khóa ngẫu nhiên mới; khi gửi lại thì dùng đúng khóa cũ."},
    {"idempotency_key_malformed", "Idempotency-Key không đúng dạng",
     "Dùng 1 đến 255 ký tự ASCII nhìn thấy được, ví dụ một UUID."},
    {"idempotency_key_reused", "Idempotency-Key này đã dùng cho yêu cầu khác",
     "Chưa lưu gì. Việc mới cần khóa mới."},
    {"if_match_required", "Cần nói rõ đã xem phiên bản nào",
     "Đọc lại đối tượng rồi gửi ETag của nó trong If-Match, để không ghi đè thay đổi của người "
     "khác "
     "mà không hay."},
    {"if_match_malformed", "If-Match không phải là phiên bản",
     "Gửi ETag đúng như đã nhận, ví dụ If-Match: \"3\"."},
    {"version_stale", "Có người vừa thay đổi mục này",
     "Anh/chị đã xem phiên bản {seen}; nay là {current_version}. `changes` nêu những gì đã xảy ra. "
     "Đọc lại rồi quyết định lại."},
    {"not_found", "Không tìm thấy",
     "Không có trong phường này, hoặc không thuộc phạm vi được xem."},
    {"beyond_ledger", "Sổ cái chưa dài đến đó",
     "Đã hỏi as_of={asked} nhưng sổ cái mới có {ledger_size} bản ghi."},
    {"position_not_reached", "Dữ liệu xem chưa cập nhật đến đó",
     "Đã hỏi min_position={asked} nhưng mới có {position} bản ghi. Thử lại sau giây lát."},
    {"resident_key_destroyed", "Dữ liệu của người này đã được xóa",
     "Khóa của người này đã hủy nên không thể niêm phong thêm. Hãy ghi thành người nói mới."},
    {"attaching_not_permitted", "Vai trò của anh/chị không được đính kèm tệp",
     "Người tiếp nhận, xử lý và văn thư đính kèm tệp. Nhờ đồng nghiệp có vai trò đó."},
    {"upload_interrupted", "Tệp không đến đủ", "Chưa lưu gì. Hãy gửi lại tệp."},
    {"media_type_not_allowed", "Không nhận loại tệp này",
     "Content-Type là \"{given}\". Nhận: {allowed}. Hãy chuyển tệp sang một loại đó rồi gửi lại."},
    {"media_type_mismatch", "Nội dung tệp không đúng loại đã ghi",
     "Những byte đầu không phải của {media_type}. Gửi Content-Type đúng với tệp, hoặc kiểm tra tệp "
     "có bị hỏng không."},
    {"attachment_too_large", "Tệp quá lớn",
     "Nhận nhiều nhất {bytes_max} byte. Hãy quét lại với độ phân giải thấp hơn, nén, hoặc chia "
     "tệp."},
    {"attachment_erased", "Tệp đã được xóa vĩnh viễn",
     "Khóa của người dân đã hủy theo yêu cầu xóa dữ liệu; không ai mở lại được nữa."},
    {"attachment_damaged", "Tệp lưu trữ bị hỏng",
     "Các byte không còn khớp với mã băm trong sổ cái nên không được đưa ra. Báo người vận hành: "
     "langnghe doctor, rồi lấy lại từ bản sao lưu."},
    {"storage_full", "Máy chủ hết chỗ lưu tệp",
     "Chưa lưu gì. Báo người vận hành dọn chỗ trên đĩa, rồi gửi lại."},
    {"attachments_unavailable", "Hiện không đọc hoặc ghi được tệp",
     "Chưa lưu gì. Thử lại sau; nếu vẫn lỗi, báo người vận hành."},
    {"record_too_large", "Nội dung quá lớn, không lưu được",
     "Mỗi bản ghi nhỏ hơn 64 KiB. Hãy rút ngắn lời văn."},
    {"queue_full", "Máy chủ đang quá tải", "Chưa lưu gì. Gửi lại đúng yêu cầu này sau giây lát."},
    {"store_unavailable", "Hiện không ghi được vào sổ cái",
     "Việc ghi đã dừng để bảo vệ dữ liệu, việc đọc vẫn tiếp tục; báo người vận hành. Giữ "
     "Idempotency-Key và gửi lại sau."},
    {"views_unavailable", "Hiện không đọc được dữ liệu",
     "Thử lại sau giây lát; báo người vận hành."},
    {"ledger_unreadable", "Có bản ghi không đọc được",
     "Bản ghi ở vị trí {position} bị hỏng hoặc mới hơn chương trình này. Báo người vận hành."},
    {"vault_unavailable", "Hiện không niêm phong hay mở được dữ liệu cá nhân",
     "Chưa lưu gì. Báo người vận hành: kho khóa không trả lời."},
    {"not_ready", "Dịch vụ chưa sẵn sàng", "`errors` nêu điều đang chờ."},
    // ---- the rules
    {"role_not_permitted", "Vai trò của anh/chị không được làm việc này",
     "Việc \"{act}\" dành cho vai trò khác. Nhờ đồng nghiệp có vai trò đó."},
    {"outside_khom_scope", "Không phải khóm của anh/chị",
     "Tài khoản chỉ phụ trách khóm khác, không phải \"{khom}\"."},
    {"same_person_drafted", "Người dự thảo không tự duyệt câu trả lời",
     "Người khác phải duyệt, hoặc ghi override_reason; lý do này lưu lại mãi."},
    {"same_person_requested", "Người xin gia hạn không tự quyết định",
     "Người khác phải quyết định."},
    {"not_the_assignee", "Việc này đã giao cho người khác",
     "Chỉ người được giao mới làm được. Nếu là việc của mình, đề nghị giao lại."},
    {"act_not_allowed_in_state", "Lúc này chưa làm được việc đó",
     "Không thể \"{act}\" khi trạng thái là \"{state}\". `allowed_commands` nêu những việc làm "
     "được."},
    {"already_exists", "Đã có rồi", "\"{stream}\" đã được tạo. Hãy đọc lại và tiếp tục từ đó."},
    {"does_not_exist", "Không tồn tại",
     "\"{stream}\" không có trong sổ cái của phường. Kiểm tra lại địa chỉ và mã."},
    {"value_required", "Thiếu giá trị", "\"{field}\" không được để trống."},
    {"value_not_valid", "Giá trị không hợp lệ",
     "\"{field}\" không thể là \"{value}\". Sửa rồi gửi lại."},
    {"unknown_khom", "Không có khóm này", "\"{khom}\" không phải khóm của phường."},
    {"unknown_field_code", "Không có lĩnh vực này",
     "\"{field}\" không nằm trong danh mục của quy định đang áp dụng. Chọn trong danh mục đó."},
    {"unknown_official", "Không có cán bộ này",
     "\"{official}\" chưa được bổ nhiệm hoặc không tại chức vào ngày đó."},
    {"khom_not_valid_then", "Ngày đó khóm chưa có hoặc không còn",
     "\"{khom}\" không có hiệu lực vào ngày {date}."},
    {"happened_in_future", "Việc đó chưa xảy ra",
     "\"{happened}\" ở sau hôm nay, {today}. Chỉ ghi việc đã diễn ra."},
    {"happened_before_start", "Trước lúc bắt đầu",
     "\"{happened}\" ở trước {start}, là lúc bắt đầu."},
    {"date_order", "Thứ tự ngày không đúng", "{first} không được sau {second}."},
    {"duplicate_id", "Mã đã dùng", "\"{id}\" đã có. Chọn mã khác."},
    {"opinion_without_issue", "Mỗi ý kiến phải có ít nhất một nội dung",
     "Thêm nội dung, kể cả khi chỉ để ghi nhận."},
    {"issue_in_two_opinions", "Một nội dung được nêu hai lần",
     "Mỗi nội dung ở đây phải mới và chỉ nêu một lần."},
    {"no_policy_adopted", "Chưa ban hành quy định thời hạn",
     "Ban hành trước: POST …/policy/adopt-policy."},
    {"no_calendar_adopted", "Chưa có lịch làm việc",
     "Ban hành trước: POST …/calendar/adopt-calendar."},
    {"no_plan_for_year", "Năm đó chưa có kế hoạch", "Lập kế hoạch năm {year} trước."},
    {"no_report_route", "Chưa rõ báo cáo gửi về đâu",
     "Cần ban hành nơi nhận báo cáo có hiệu lực ngày {date}."},
    {"clock_not_running", "Không có thời hạn nào đang tính", "Không có gì để gia hạn."},
    {"extension_limit_reached", "Không thể gia hạn thêm",
     "Quy định cho phép {limit} lần. Hãy giải quyết hoặc báo cáo cấp trên."},
    {"extension_too_long", "Gia hạn quá dài",
     "Quy định cho phép mỗi lần không quá {max_days} ngày làm việc."},
    {"no_extension_requested", "Chưa ai xin gia hạn", "Không có gì để quyết định."},
    {"extension_already_requested", "Đã có đề nghị gia hạn", "Chờ quyết định về đề nghị đó."},
    {"number_taken", "Số văn bản đã dùng",
     "Số {number} năm {year} đã có trong sổ đăng ký. Bỏ trống để lấy số kế tiếp."},
    {"attendance_missing", "Chưa ghi người dự", "Ghi người dự trước khi kết thúc buổi đối thoại."},
    {"dialogue_not_open", "Buổi đối thoại chưa mở", "Mở trước khi ghi diễn biến."},
    {"figures_not_frozen", "Số liệu chưa chốt", "Chốt số liệu trước khi làm việc này."},
    {"period_not_over", "Kỳ báo cáo chưa hết",
     "Kỳ kết thúc ngày {to}. Chốt dạng ước tính, hoặc chờ."},
    {"denunciation_keeps_nothing", "Tố cáo không ghi thành nội dung",
     "Pháp luật bảo vệ người tố cáo: hãy hướng dẫn chuyển; chỉ lưu buổi đối thoại, ngày, quầy, số "
     "sổ "
     "giấy và người nhận."},
    {"not_a_legal_procedure", "Chỉ khiếu nại, tố cáo mới chuyển thủ tục",
     "Phân loại trước, hoặc chuyển cơ quan có thẩm quyền."},
});

constexpr auto kFaults = std::to_array<FaultText>({
    {"not_json", "Đây không phải JSON."},
    {"too_deep", "Lồng nhau quá sâu."},
    {"duplicate_field", "Tên này xuất hiện hai lần trong một đối tượng."},
    {"not_an_object", "Chỗ này cần một đối tượng."},
    {"unknown_field", "Không có trường tên này. Các trường: {expected}."},
    {"missing_field", "Thiếu trường này ({expected})."},
    {"wrong_type", "Sai kiểu giá trị: cần {expected}."},
    {"too_long", "Quá dài; nhiều nhất {expected} byte."},
    {"too_many", "Quá nhiều mục; nhiều nhất {expected}."},
    {"wrong_count", "Cần đúng {expected} mục."},
    {"out_of_range", "Ngoài khoảng {expected}."},
    {"not_a_choice", "Chọn một trong: {expected}."},
    {"not_a_date", "Không có ngày này; dạng đúng là {expected}."},
    {"not_a_time", "Không có giờ này; dạng đúng là {expected}."},
    {"not_an_instant", "Không phải thời điểm; dạng đúng là {expected}, có múi giờ."},
    {"not_well_formed_id", "Mã không đúng dạng: {expected}."},
    {"unknown_parameter", "Ở đây không có tham số này. Các tham số: {expected}."},
    {"missing_parameter", "Thiếu tham số này ({expected})."},
    {"repeated_parameter", "Ghi nhiều hơn một lần."},
    {"not_a_number", "Cần số nguyên {expected}."},
    {"day_is_no_instant",
     "Ngày không phải thời điểm: ghi rõ giờ của ngày đó, ví dụ {expected}, hoặc ghi độ dài sổ "
     "cái."},
    {"malformed_cursor", "Dùng `next` của trang trước đúng như đã nhận."},
    {"value_required", "Không được để trống."},
    {"value_not_valid", "Giá trị này không dùng được ở đây."},
    {"does_not_exist", "Không có người dân này."},
    {"weak_secret", "Cần ít nhất 10 ký tự."},
    {"too_wide", "Mỗi lần nhiều nhất {expected} ngày."},
    {"store_not_writable", "Không ghi được vào sổ cái."},
    {"views_stopped", "Dữ liệu xem đã dừng: {expected}."},
    {"checkpoints_stopped", "Đã ngừng ký đầu sổ cái: {expected}."},
    {"checkpoint_absent", "Chưa ký đầu sổ cái nào."},
    {"views_behind", "Dữ liệu xem còn chậm {expected} bản ghi."},
});

}  // namespace

std::span<const ProblemText> problem_texts_vi() {
  return kProblems;
}
std::span<const FaultText> fault_texts_vi() {
  return kFaults;
}

}  // namespace langnghe::api
