#include <array>

#include "problems/problem_texts.hpp"

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
    {"content_coding_not_supported", "Nội dung đã nén hoặc mã hóa",
     "Content-Encoding là \"{coding}\", máy chủ không nhận dạng nén nào. Gửi nội dung nguyên "
     "dạng."},
    {"range_not_satisfiable", "Tệp không có phần này",
     "Tệp có {bytes} byte. Yêu cầu một phần trong đó, hoặc bỏ Range để lấy cả tệp."},
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
    {"second_factor_required", "Cần thêm mã xác thực",
     "Mật khẩu đúng. Ghi thêm mã sáu chữ số mà ứng dụng trên điện thoại đang hiện, hoặc một mã dự "
     "phòng."},
    {"wrong_second_factor", "Mã xác thực không đúng",
     "Ghi mã đang hiện trên điện thoại; mỗi mã dùng một lần. Xem lại giờ của điện thoại. Sai nhiều "
     "lần sẽ phải chờ."},
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
     "Gửi mã chống giả mạo lấy từ GET …/session trong tiêu đề X-CSRF-Token."},
    {"reading_not_permitted", "Vai trò của anh/chị không được xem mục này",
     "Nếu công việc cần, hãy đề nghị quản trị của phường."},
    {"password_change_not_permitted", "Không được đổi mật khẩu này",
     "Đổi mật khẩu của mình bằng mật khẩu cũ đúng, hoặc nhờ quản trị."},
    {"second_factor_not_permitted", "Không được đổi xác thực hai bước này",
     "Của mình thì cần mật khẩu và mã đúng; mất điện thoại thì nhờ quản trị tắt giúp."},
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
     "Đã hỏi thời điểm có {asked} bản ghi nhưng sổ cái mới có {ledger_size} bản ghi."},
    {"position_not_reached", "Dữ liệu xem chưa cập nhật đến đó",
     "Đã yêu cầu ít nhất {asked} bản ghi nhưng mới có {position}. Thử lại sau giây lát."},
    {"too_many_streams", "Đang mở quá nhiều luồng theo dõi",
     "Mỗi người mở được nhiều nhất {most} luồng. Đóng bớt cửa sổ, hoặc thử lại sau giây lát."},
    {"case_unknown", "Không tìm thấy hồ sơ",
     "Kiểm tra lại mã trên phiếu và bốn số cuối của số điện thoại đã để lại. Mất phiếu thì đến văn "
     "phòng phường."},
    {"case_throttled", "Thử sai mã quá nhiều lần", "Chờ {seconds} giây rồi thử lại."},
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
    {"attachment_unknown", "Không có tệp này",
     "Không có tệp {hash} ở đây. Hãy tải tệp lên trước (POST …/attachments), rồi ghi mã băm trong "
     "câu trả lời."},
    {"attachment_damaged", "Tệp lưu trữ bị hỏng",
     "Các byte không còn khớp với mã băm trong sổ cái nên không được đưa ra. Báo người vận hành: "
     "langnghe doctor, rồi lấy lại từ bản sao lưu."},
    {"storage_full", "Đĩa của máy chủ đã đầy",
     "Chưa lưu gì. Báo người vận hành dọn chỗ trên đĩa, rồi gửi lại."},
    {"attachments_unavailable", "Hiện không đọc hoặc ghi được tệp",
     "Chưa lưu gì. Thử lại sau; nếu vẫn lỗi, báo người vận hành."},
    {"pdf_not_installed", "Máy chủ chưa làm được PDF",
     "Chưa cài LibreOffice: báo người vận hành cài gói libreoffice-writer-nogui. Trong lúc chờ, "
     "hãy "
     "tải bản Word (`format=docx`)."},
    {"pdf_not_made", "Chưa làm được PDF lúc này",
     "Máy chủ làm từng bản một và đang bận, hoặc bản này mất quá lâu. Thử lại sau giây lát, hoặc "
     "tải "
     "bản Word (`format=docx`)."},
    {"record_too_large", "Nội dung quá lớn, không lưu được",
     "Mỗi bản ghi nhỏ hơn 64 KiB. Hãy rút ngắn lời văn."},
    {"queue_full", "Máy chủ đang quá tải", "Chưa lưu gì. Gửi lại đúng yêu cầu này sau giây lát."},
    {"store_unavailable", "Hiện không ghi được vào sổ cái",
     "Việc ghi đã dừng để bảo vệ dữ liệu, việc đọc vẫn tiếp tục; báo người vận hành. Giữ "
     "Idempotency-Key và gửi lại sau."},
    {"ledger_differs", "Sổ cái không còn đúng với đầu sổ đã ký",
     "Chưa lưu gì. Việc ghi đã dừng cho tới khi sổ cái được khôi phục, việc đọc vẫn tiếp tục. Báo "
     "người vận hành: /readyz cho biết sổ nào, từ vị trí nào."},
    {"views_unavailable", "Hiện không đọc được dữ liệu",
     "Thử lại sau giây lát; báo người vận hành."},
    {"search_not_ready", "Chưa tìm kiếm được",
     "Chỉ mục tìm kiếm đang được lập hoặc cập nhật. Thử lại sau giây lát; danh sách không có q vẫn "
     "xem được."},
    {"ledger_unreadable", "Có bản ghi không đọc được",
     "Bản ghi ở vị trí {position} bị hỏng hoặc mới hơn chương trình này. Báo người vận hành."},
    {"vault_unavailable", "Hiện không niêm phong hay mở được dữ liệu cá nhân",
     "Chưa lưu gì. Báo người vận hành: kho khóa không trả lời."},
    {"accounts_unavailable", "Hiện không đọc được tài khoản",
     "Chưa nhận biết được ai cho tới khi đọc lại được. Báo người vận hành: /readyz và nhật ký cho "
     "biết accounts.json bị gì."},
    {"clock_unconfirmed", "Cần xác nhận giờ của máy chủ",
     "Chưa lưu gì, việc đọc vẫn tiếp tục. Đồng hồ máy chỉ {now}, trong khi phải vào khoảng "
     "{expected}. Quản trị viên so với đồng hồ khác rồi xác nhận (ward/confirm-time), hoặc cho "
     "chỉnh lại giờ."},
    {"not_ready", "Dịch vụ chưa sẵn sàng", "`errors` nêu điều đang chờ."},
    // ---- the rules
    {"role_not_permitted", "Vai trò của anh/chị không được làm việc này",
     "Việc \"{act}\" dành cho: {roles}. Nhờ người có vai trò đó."},
    {"outside_khom_scope", "Không phải khóm của anh/chị",
     "Tài khoản chỉ phụ trách khóm khác, không phải \"{khom}\"."},
    {"same_person_drafted", "Người dự thảo không tự duyệt câu trả lời",
     "Người khác phải duyệt, hoặc phải ghi lý do tự duyệt; lý do này lưu lại mãi."},
    {"same_person_requested", "Người xin gia hạn không tự quyết định",
     "Người khác phải quyết định."},
    {"not_the_assignee", "Việc này đã giao cho người khác",
     "Chỉ người được giao mới làm được. Nếu là việc của mình, đề nghị giao lại."},
    {"act_not_allowed_in_state", "Lúc này chưa làm được việc đó",
     "Chưa thể \"{act}\" vì: {state}. Đọc lại để xem những việc làm được."},
    {"already_exists", "Đã có rồi", "Đã có {stream}. Hãy đọc lại và tiếp tục từ đó."},
    {"does_not_exist", "Không tồn tại",
     "Không có {stream} trong sổ cái của phường. Kiểm tra lại địa chỉ và mã."},
    {"value_required", "Thiếu giá trị", "Phải ghi: {field}."},
    {"value_not_valid", "Giá trị không hợp lệ",
     "Giá trị này không dùng được cho: {field}. Sửa rồi gửi lại."},
    {"unknown_khom", "Không có khóm này", "\"{khom}\" không phải khóm của phường."},
    {"unknown_field_code", "Không có lĩnh vực này",
     "\"{field}\" không nằm trong danh mục của quy định đang áp dụng. Chọn trong danh mục đó."},
    {"unknown_official", "Không có cán bộ này",
     "\"{official}\" chưa được bổ nhiệm hoặc không tại chức vào ngày đó."},
    {"khom_not_valid_then", "Ngày đó khóm chưa có hoặc không còn",
     "\"{khom}\" không có hiệu lực vào ngày {date}."},
    {"happened_in_future", "Việc đó chưa xảy ra",
     "Ngày {happened} ở sau hôm nay, {today}. Chỉ ghi việc đã diễn ra."},
    {"happened_before_start", "Trước lúc bắt đầu",
     "{happened} ở trước {start}, là ngày đã \"{act}\". Việc này dựa trên việc đó nên không thể "
     "diễn "
     "ra trước: kiểm tra lại ngày diễn ra."},
    {"date_order", "Thứ tự thời gian không đúng",
     "Đã ghi {first} trước {second}, nhưng {first} lại ở sau {second}. Kiểm tra lại hai mốc này."},
    {"duplicate_id", "Mã đã dùng", "\"{id}\" đã có. Chọn mã khác."},
    {"not_the_meetings_day", "Không phải ngày của buổi đối thoại",
     "Buổi đối thoại được định vào {day}, việc này ghi là diễn ra ngày {happened}. Nếu họp ngày "
     "khác, hãy hoãn sang ngày đó trước."},
    {"already_invited", "Đã mời rồi", "Người hoặc cơ quan này đã có trong danh sách mời."},
    {"not_invited", "Chưa được mời",
     "Người hoặc cơ quan này không có trong danh sách mời. Mời trước, rồi ghi trả lời."},
    {"not_an_earlier_matter", "Không phải nội dung kỳ trước của khóm này",
     "Nội dung {issue} thuộc khóm khác, hoặc được nêu chính tại buổi này. Chỉ báo cáo kết quả các "
     "nội dung trước đây của cùng khóm."},
    {"figures_unchanged", "Số liệu không thay đổi",
     "Số liệu đã chốt vẫn đúng, nên không có gì để bổ sung."},
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
    {"number_not_next", "Số không kế tiếp",
     "Số {number} không phải số kế tiếp của sổ, là {next}. Bỏ trống để lấy số kế tiếp; muốn cách "
     "số thì Chủ tịch phải cho phép số đó trước, kèm lý do."},
    {"number_before_last", "Số và ngày văn bản không cùng thứ tự",
     "Số {number} ngày {date} sẽ đứng sau {last} ngày {last_date}. Nếu đúng là văn bản vào sổ muộn "
     "thì Chủ tịch phải cho phép số đó trước, kèm lý do."},
    {"counter_taken", "Số thứ tự đã dùng",
     "Số thứ tự {counter} đã có trong năm {year}. Bỏ trống để lấy số kế tiếp."},
    {"signature_not_authorised", "Người ký không có thẩm quyền",
     "\"{official}\" không có thẩm quyền ký loại văn bản {document} như đã ghi vào ngày {date}. "
     "Chủ tịch ký TM. hoặc theo thẩm quyền riêng, Phó Chủ tịch ký KT.; người khác chỉ ký khi đã "
     "ghi nhận văn bản ủy quyền còn hiệu lực."},
    {"presentation_undecided", "Chưa rõ kết quả kỳ trước đã được báo hay chưa",
     "Ghi phần báo cáo kết quả kỳ trước, hoặc ghi lý do bỏ qua, rồi ký biên bản."},
    {"chair_booked", "Người chủ trì đã có buổi khác vào giờ đó",
     "\"{chair}\" chủ trì \"{dialogue}\" ngày {date} lúc {start}. Chọn giờ hoặc người khác; nếu "
     "vẫn giữ nguyên thì gửi lại và xác nhận trùng lịch."},
    {"attendance_missing", "Chưa ghi người dự", "Ghi người dự trước khi kết thúc buổi đối thoại."},
    {"dialogue_not_open", "Buổi đối thoại chưa mở", "Mở trước khi ghi diễn biến."},
    {"figures_not_frozen", "Số liệu chưa chốt", "Chốt số liệu trước khi làm việc này."},
    {"period_not_over", "Kỳ báo cáo chưa hết",
     "Kỳ kết thúc ngày {to}. Chốt dạng ước tính, hoặc chờ."},
    {"denunciation_keeps_nothing", "Tố cáo không ghi thành nội dung",
     "Pháp luật bảo vệ người tố cáo: hãy hướng dẫn chuyển; chỉ lưu buổi đối thoại, ngày, số thứ tự "
     "tiếp nhận, số trong sổ giấy và người nhận."},
    {"not_a_legal_procedure", "Chỉ khiếu nại, tố cáo mới chuyển thủ tục",
     "Phân loại trước, hoặc chuyển cơ quan có thẩm quyền."},
    {"chair_decides", "Việc này do Chủ tịch quyết định",
     "Hạn muộn hơn hạn đang tính chỉ Chủ tịch được đặt, kèm lý do."},
    {"clock_already_paused", "Thời hạn đang tạm dừng",
     "Chờ hết đợt tạm dừng, hoặc cho chạy lại trước."},
    {"clock_not_paused", "Thời hạn không tạm dừng", "Không có đợt tạm dừng nào để kết thúc."},
    {"pause_too_long", "Tạm dừng quá dài", "Quy định cho phép mỗi lần không quá {max_days} ngày."},
    {"deadline_not_reached", "Chưa đến hạn",
     "Hạn là {due}; chưa qua hạn và chưa hết số ngày được nhập muộn theo quy định, nên chưa ghi "
     "nhận."},
    {"already_marked", "Đã đánh dấu rồi",
     "Việc này đã được ghi cho hạn {due}; mỗi hạn chỉ ghi một lần."},
    {"deadline_unchanged", "Thời hạn không đổi",
     "Lịch và quy định đang áp dụng cho đúng ngày đã có."},
    {"number_in_use", "Số đang có văn bản mang",
     "Số {number} thuộc một văn bản đã ban hành nên không hủy được."},
    {"same_issue", "Cùng một nội dung", "Phải chọn một nội dung khác."},
    {"other_issue_ended", "Nội dung kia không còn đang giải quyết",
     "\"{issue}\" đã kết thúc, đã gộp hoặc đang mang nội dung khác. Chọn nội dung đang giải "
     "quyết."},
    {"different_khom", "Hai nội dung thuộc hai khóm",
     "Chỉ gộp nội dung cùng khóm; nếu liên quan, hãy liên kết chúng."},
    {"answer_owed", "Còn người chưa nhận được trả lời",
     "Người có nội dung đã gộp vào đây ({issues}) vẫn có quyền được trả lời. Giao hoặc niêm yết "
     "thông báo cho họ, hoặc ghi lý do không giao được, rồi mới đóng."},
    {"not_from_a_dialogue", "Chỉ trả lời tại chỗ ý kiến nêu ở buổi đối thoại",
     "Nội dung này đến bằng cách khác: hãy phân loại, giao giải quyết và trả lời bằng văn bản."},
    {"undecided_issues", "Còn nội dung chưa quyết định",
     "Ký biên bản rồi thì {issues} không thể trả lời tại chỗ hay ghi nhận được nữa. Xem lại từng "
     "nội dung; nếu đúng là mang về giải quyết, gửi lại và nêu rõ các nội dung đó là mang về giải "
     "quyết."},
    {"not_absorbed", "Nội dung này chưa được gộp", "Không có gì để tách ra lại."},
    {"already_imported", "Dòng này đã nhập",
     "Dòng \"{external_id}\" của danh sách này đã có trong sổ cái và chỉ nhập một lần."},
    {"unknown_commitment", "Không có cam kết này",
     "\"{commitment}\" không có trong nội dung này. Đọc lại danh sách cam kết."},
    {"commitment_settled", "Cam kết đã được xác nhận",
     "Khóm đã thấy việc được làm; cam kết này không đổi nữa."},
    {"own_commitment", "Người cam kết không tự xác nhận",
     "Trưởng khóm hoặc người giám sát khác phải xác nhận."},
    {"obligation_met", "Khóm đã có đủ buổi đối thoại",
     "\"{khom}\" đủ số buổi của quý {quarter}; không có gì để ghi thiếu."},
    {"obligation_not_missed", "Quý đó không bị ghi thiếu",
     "\"{khom}\" không bị ghi thiếu ở quý {quarter}, nên không có gì để bù."},
    {"quarter_not_over", "Quý chưa hết", "Quý kết thúc ngày {to}. Chờ hết quý rồi kết luận."},
    {"key_destroyed", "Dữ liệu của người này đã xóa",
     "Khóa đã hủy theo quyết định; không còn việc nào ghi thêm cho người này."},
    {"issue_open", "Còn nội dung của người này đang mở",
     "\"{issue}\" chưa kết thúc nên còn cần khóa. Kết thúc nội dung đó trước."},
    {"retention_running", "Chưa hết thời hạn lưu giữ",
     "Dữ liệu phải giữ đến {until}. Trước đó chỉ xóa theo yêu cầu hợp pháp."},
    {"unknown_recommendation", "Không có kiến nghị này",
     "\"{recommendation}\" không có trong sổ giám sát."},
    {"already_answered", "Kiến nghị đã được trả lời",
     "Mỗi kiến nghị trả lời một lần; câu trả lời lưu mãi."},
    {"purpose_required", "Cần nêu mục đích",
     "Nêu rõ đọc dữ liệu niêm phong để làm gì; mục đích được ghi vào sổ cái."},
});

constexpr auto kFaults = std::to_array<FaultText>({
    {"not_json", "Đây không phải JSON."},
    {"too_deep", "Lồng nhau quá sâu."},
    {"duplicate_field", "Tên này xuất hiện hai lần trong một đối tượng."},
    {"not_an_object", "Chỗ này cần một đối tượng."},
    {"unknown_field", "Không có trường tên này."},
    {"missing_field", "Thiếu trường này."},
    {"wrong_type", "Sai kiểu giá trị."},
    {"too_long", "Quá dài; nhiều nhất {expected} ký tự."},
    {"too_many", "Quá nhiều mục; nhiều nhất {expected}."},
    {"wrong_count", "Cần đúng {expected} mục."},
    {"out_of_range", "Ngoài khoảng {expected}."},
    {"not_a_choice", "Giá trị này không có trong danh mục cho phép."},
    {"not_a_date", "Không có ngày này; dạng đúng là {expected}."},
    {"not_a_time", "Không có giờ này; dạng đúng là {expected}."},
    {"not_an_instant", "Không phải thời điểm; dạng đúng là {expected}, có múi giờ."},
    {"not_a_moment",
     "Không phải thời điểm: ghi một ngày, một thời điểm có múi giờ, hoặc độ dài sổ cái "
     "({expected})."},
    {"not_well_formed_id", "Mã không đúng dạng."},
    {"official_without_account",
     "Đây là mã cán bộ; cán bộ này chưa có tài khoản với vai trò officer. Chọn người trong GET "
     "…/assignees, hoặc nhờ quản trị tạo tài khoản."},
    {"official_with_several_accounts",
     "Cán bộ này có nhiều tài khoản nhận việc. Nêu mã người dùng, xem GET …/assignees."},
    {"not_a_hash", "Cần mã băm SHA-256: đúng 64 chữ số thập lục phân viết thường."},
    {"not_utf8", "Không phải văn bản UTF-8."},
    {"control_character",
     "Có ký tự điều khiển {expected}, thường lọt vào khi sao chép. Hãy xóa ký tự đó hoặc gõ lại "
     "đoạn này."},
    {"line_break", "Trường này chỉ có một dòng. Hãy bỏ dấu xuống dòng và dấu tab."},
    {"bidirectional_control",
     "Có ký tự {expected} làm chữ hiện ra theo thứ tự khác với thứ tự được lưu. Hãy xóa ký tự đó "
     "hoặc gõ lại đoạn này."},
    {"invisible_character",
     "Có ký tự không nhìn thấy {expected}, thường lọt vào khi sao chép từ trang web. Hãy xóa ký tự "
     "đó hoặc gõ lại đoạn này."},
    {"unassigned_character",
     "Ký tự {expected} không có nghĩa trong Unicode nên nơi khác không đọc được. Hãy thay bằng chữ "
     "thường dùng."},
    {"too_many_marks", "Có chữ mang quá nhiều dấu. Hãy gõ lại đoạn này."},
    {"looks_like_tcvn3",
     "Giống chữ gõ theo bảng mã TCVN3 (phông .VnTime, .VnArial): nơi khác không đọc được. Hãy "
     "chuyển sang Unicode (Unikey: Ctrl+Shift+F6) rồi gửi lại."},
    {"looks_like_vni",
     "Giống chữ gõ theo bảng mã VNI (phông VNI-Times): nơi khác không đọc được. Hãy chuyển sang "
     "Unicode (Unikey: Ctrl+Shift+F6) rồi gửi lại."},
    {"secret_not_typable",
     "Mật khẩu không được có ký tự điều khiển hoặc ký tự không nhìn thấy. Hãy gõ mật khẩu từ bàn "
     "phím."},
    {"unknown_parameter", "Ở đây không có tham số này."},
    {"missing_parameter", "Thiếu tham số này."},
    {"repeated_parameter", "Ghi nhiều hơn một lần."},
    {"no_person", "Ghi họ tên hoặc một phần, cả số điện thoại, hoặc bốn số cuối."},
    {"no_words", "Ghi một từ có chữ hoặc số; mỗi lần nhiều nhất {expected} từ."},
    {"not_a_number", "Cần số nguyên {expected}."},
    {"later_than_to", "Không được muộn hơn `to`."},
    {"malformed_case_code",
     "Không đúng dạng mã trên phiếu: xem lại từng ký tự. Mã không có 0, O, 1, I, L."},
    {"malformed_cursor", "Dùng `next` của trang trước đúng như đã nhận."},
    {"value_required", "Không được để trống."},
    {"value_not_valid", "Giá trị này không dùng được ở đây."},
    {"does_not_exist", "Không có người dân này."},
    {"wrong_code", "Mã không đúng: ghi mã đang hiện trên điện thoại; mỗi mã dùng một lần."},
    {"no_offer", "Mã bí mật chưa được tạo hoặc đã quá mười lăm phút. Bắt đầu lại."},
    {"second_factor_is_on", "Đang bật rồi: tắt đi trước khi bật lại."},
    {"wrong_password", "Mật khẩu không đúng."},
    {"weak_secret", "Cần ít nhất 10 ký tự."},
    {"too_wide", "Mỗi lần nhiều nhất {expected} ngày."},
    {"store_not_writable", "Không ghi được vào sổ cái."},
    {"ledger_differs",
     "Sổ cái không còn đúng với đầu sổ đã ký, từ vị trí {expected}. Đã ngừng ghi và ngừng ký. Hãy "
     "dừng langnghe, khôi phục bản sao lưu mới nhất (langnghe restore) và báo người giám sát."},
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
