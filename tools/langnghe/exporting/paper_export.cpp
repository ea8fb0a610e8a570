#include "exporting/paper_export.hpp"

#include <array>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <outbound/client.hpp>

#include <services/say.hpp>

#include "exporting/export_folder.hpp"

namespace langnghe::tools {
namespace {

using Json = nlohmann::json;

constexpr int kOk = 200;
constexpr int kForbidden = 403;
constexpr int kNotFound = 404;
constexpr std::size_t kAnswerBytesMax = std::size_t{64} << 20U;

/// RFC 3986: everything but what needs no coding is coded.
std::string coded(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char letter : text) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                       (letter >= '0' && letter <= '9') ||
                       std::string_view("-._~").find(letter) != std::string_view::npos;
    if (plain) {
      out += letter;
    } else {
      out += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return out;
}

/// The papers of one ward, one after the other. Lives on the stack of `write_papers`.
class Asking {
 public:
  explicit Asking(const PaperExport& wanted) : wanted_(wanted) {
    auto client = outbound::Client::at(wanted.url);
    if (!client) {
      throw std::runtime_error(client.error());
    }
    client_ = *std::move(client);
    if (!client_->keeps_secrets()) {
      throw std::runtime_error(
          std::string(say("không gửi mã truy cập qua mạng không mã hóa: hãy dùng https",
                          "a token is not sent over a network in the clear: use https")));
    }
    client_->authorize(wanted.token);
  }

  /// Nothing where it is not there, or not this person's to have.
  [[nodiscard]] std::string get(const std::string& tail) {
    const auto path = "/api/v1/wards/" + coded(wanted_.ward) + '/' + tail;
    const auto reply = client_->get(path, {wanted_.time, kAnswerBytesMax});
    if (!reply) {
      throw std::runtime_error(wanted_.url + ": " + reply.error().reason);
    }
    if (reply->status == kNotFound || reply->status == kForbidden) {
      return {};
    }
    if (reply->status != kOk) {
      throw std::runtime_error(path + ": " + std::to_string(reply->status));
    }
    return reply->body;
  }

  /// An answer that cannot be read is none of this server's: the error says where.
  [[nodiscard]] Json json(const std::string& tail) {
    const auto body = get(tail);
    auto read = Json::parse(body, nullptr, false);
    if (read.is_discarded()) {
      throw std::runtime_error(
          tail + ": " +
          std::string(say("không có, hoặc không được đọc", "not there, or not to be read")));
    }
    return read;
  }

  void write(const std::string& tail, const std::string& file) {
    auto asked = tail;
    if (!wanted_.purpose.empty()) {
      asked += "?purpose=" + coded(wanted_.purpose);
    }
    write_plain(asked, file);
  }
  /// Of what names nobody, and so takes no purpose.
  void write_plain(const std::string& asked, const std::string& file) {
    const auto bytes = get(asked);
    if (!bytes.empty()) {
      write_file(wanted_.folder / file, bytes);
      ++written_;
    }
  }
  [[nodiscard]] std::size_t written() const { return written_; }

 private:
  const PaperExport& wanted_;
  std::unique_ptr<outbound::Client> client_;
  std::size_t written_ = 0;
};

void write_issues(Asking& asking, const std::string& year) {
  std::string cursor;
  do {
    const auto page =
        asking.json("issues?limit=500" + (cursor.empty() ? "" : "&cursor=" + coded(cursor)));
    for (const auto& issue : page.at("items")) {
      if (!issue.at("received").get<std::string>().starts_with(year)) {
        continue;
      }
      const auto id = issue.at("id").get<std::string>();
      for (const std::string kind : {"notice", "correction", "extension", "forwarding", "reminder",
                                     "refusal", "receipt", "posting", "delivery", "slip"}) {
        asking.write("issues/" + id + "/papers/" + kind, "issues/" + id + '-' + kind + ".docx");
      }
    }
    cursor = page.at("next").is_null() ? "" : page.at("next").get<std::string>();
  } while (!cursor.empty());
}

void write_dialogues(Asking& asking, const std::string& year) {
  const auto list = asking.json("dialogues?from=" + year + "-01-01&to=" + year + "-12-31");
  for (const auto& dialogue : list.at("items")) {
    const auto id = dialogue.at("id").get<std::string>();
    for (const std::string kind : {"invitation", "programme", "minutes", "conclusion", "poster"}) {
      asking.write("dialogues/" + id + "/papers/" + kind, "dialogues/" + id + '-' + kind + ".docx");
    }
  }
}

void write_reports(Asking& asking, const std::string& year) {
  for (const std::string family : {"calendar", "cchc", "ttcp"}) {
    const auto list = asking.json("reports/" + family + "?year=" + year);
    for (const auto& report : list.at("items")) {
      const auto name = report.at("name").get<std::string>();
      const auto of = family + '/' + name;
      const auto file = "reports/" + family + '-' + name;
      asking.write_plain("reports/" + of + "/papers/report", file + ".docx");
      asking.write_plain("reports/" + of + "/papers/supplement", file + "-supplement.docx");
      asking.write_plain("books/figures/" + of, file + "-figures.xlsx");
    }
  }
}

void write_books(Asking& asking, const std::string& year) {
  asking.write_plain("plans/" + year + "/papers/plan", "plan-" + year + ".docx");
  asking.write_plain("plans/" + year + "/papers/decision", "plan-" + year + "-decision.docx");
  asking.write_plain("books/issues", "books/issues.xlsx");
  asking.write("books/reception", "books/reception.xlsx");
  asking.write_plain("books/register/" + year, "books/register-" + year + ".xlsx");
  asking.write_plain("books/attendance/" + year, "books/attendance-" + year + ".xlsx");
  asking.write_plain("books/coverage/" + year, "books/coverage-" + year + ".xlsx");
  asking.write_plain("books/commitments", "books/commitments.xlsx");
}

}  // namespace

std::size_t write_papers(const PaperExport& wanted) {
  prepare_folder(wanted.folder);
  Asking asking(wanted);
  const auto year = std::to_string(wanted.year);
  write_books(asking, year);
  write_dialogues(asking, year);
  write_reports(asking, year);
  write_issues(asking, year);
  return asking.written();
}

}  // namespace langnghe::tools
