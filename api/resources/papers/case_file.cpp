// GET …/issues/{id}/case-file?purpose=&format=html|zip: everything of one matter, for archive and
// inspection. The zip has the page, the papers, the records as they are stored, a receipt for each
// that proves it, and the files that belong to nobody.
#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <papers/books.hpp>
#include <papers/case_file.hpp>

#include <api/receipt.hpp>
#include <attachments/attachments.hpp>
#include <ledger/record.hpp>
#include <projections/issues.hpp>
#include <transparency/merkle.hpp>
#include <transparency/transparency.hpp>

#include "bytes/digest.hpp"
#include "call/path_values.hpp"
#include "problems/event_texts.hpp"
#include "resources/papers/issue_making.hpp"
#include "resources/papers/paper_answer.hpp"
#include "resources/papers/ward_facts.hpp"
#include "resources/routes.hpp"

namespace langnghe::api::resources {
namespace {

using papers::Kind;
using Files = std::vector<std::pair<std::string, std::string>>;

constexpr std::array kPapers{Kind::slip,    Kind::extension, Kind::forwarding, Kind::reminder,
                             Kind::refusal, Kind::receipt,   Kind::notice,     Kind::correction,
                             Kind::posting, Kind::delivery};
/// A bundle is made in memory; files beyond this are named and not put in.
constexpr std::uint64_t kFileBytesMax = std::uint64_t{64} << 20U;

struct StoredRecord {
  std::uint64_t position = 0;
  std::string bytes;
};

/// The records of the issue among the first `size` of the ledger, as they are stored.
std::expected<std::vector<StoredRecord>, Problem> records_of(const Call& call,
                                                             const domain::StreamId& stream,
                                                             std::uint64_t size) {
  constexpr std::uint64_t kPage = 1'000;
  std::vector<StoredRecord> found;
  eventstore::Version version = eventstore::kAbsent;
  for (;;) {
    const auto page =
        call.services.store.read_stream(call.ledger_id(), {stream.value}, version, kPage);
    if (!page) {
      return fail(store_problem(page.error()));
    }
    for (const auto& record : *page) {
      const auto view = eventstore::parse(record.bytes);
      if (!view) {
        return fail(ProblemCode::ledger_unreadable,
                    {{"position", std::to_string(record.position.value)}});
      }
      if (record.position.value >= size) {
        return found;
      }
      version = view->version;
      found.push_back({record.position.value, std::string(record.bytes)});
    }
    if (page->size() < kPage) {
      return found;
    }
  }
}

papers::CaseRecord line_of(const StoredRecord& record) {
  const auto view = eventstore::parse(record.bytes).value_or(eventstore::RecordView{});
  const auto leaf = eventstore::leaf_hash(record.bytes);
  return {record.position, std::string(view.happened),
          std::string(event_title(Language::vi, view.type)),
          std::string(view.user) + " (" + std::string(view.role) + ')',
          to_base64({reinterpret_cast<const char*>(leaf.data()), leaf.size()})};
}

/// The files that the records name (docs/decisions/0011-attachments.md), in their order.
std::vector<std::string> named_files(const std::vector<StoredRecord>& records) {
  constexpr std::string_view kMember = "\"hash\":\"";
  constexpr std::size_t kDigits = 64;
  std::vector<std::string> hashes;
  std::set<std::string> seen;
  for (const auto& record : records) {
    for (auto at = record.bytes.find(kMember); at != std::string::npos;
         at = record.bytes.find(kMember, at + 1)) {
      auto hash = record.bytes.substr(at + kMember.size(), kDigits);
      if (hash.size() == kDigits && seen.insert(hash).second) {
        hashes.push_back(std::move(hash));
      }
    }
  }
  return hashes;
}

/// The whole of a file that belongs to nobody and is not longer than `most`; else nothing.
std::optional<std::string> content_of(eventstore::AttachmentReader& reader, std::uint64_t most) {
  if (reader.facts().bytes > most) {
    return std::nullopt;
  }
  std::string bytes;
  for (;;) {
    const auto piece = reader.next();
    if (!piece) {
      return std::nullopt;
    }
    if (piece->empty()) {
      return bytes;
    }
    bytes += *piece;
  }
}

/// A file that cannot be read is still named: the hash is what the ledger holds. `files`: null
/// where their content is not asked for.
void add_attachments(const Call& call, const std::vector<std::string>& hashes,
                     papers::CaseFile& file, Files* files) {
  std::uint64_t left = kFileBytesMax;
  auto* const store = call.services.attachments;
  for (const auto& hash : hashes) {
    file.attachments.push_back({hash, "", 0, true});
    if (store == nullptr) {
      continue;
    }
    const auto owner = store->owner_of(call.ledger_id(), hash);
    if (!owner || owner->sealed) {
      continue;
    }
    const auto opened = store->open(call.ledger_id(), hash);
    if (!opened) {
      continue;
    }
    const auto& facts = (*opened)->facts();
    file.attachments.back() = {hash, facts.media_type, facts.bytes, false};
    if (files == nullptr) {
      continue;
    }
    if (auto bytes = content_of(**opened, left)) {
      left -= bytes->size();
      files->emplace_back("tep/" + hash, *std::move(bytes));
    }
  }
}

/// Each paper that the matter has, with what this reader may open.
std::expected<void, Problem> add_papers(const Making& making, papers::CaseFile& file) {
  for (const auto kind : kPapers) {
    const auto drawn = issue_paper(making, kind);
    if (!drawn && drawn.error().status == 404) {
      continue;
    }
    if (!drawn) {
      return fail(drawn.error());
    }
    auto made = make_paper(making.call, making.facts, kind, *drawn);
    if (!made) {
      return fail(std::move(made.error()));
    }
    const auto& facts = papers::facts_of(kind);
    file.papers.push_back(
        {std::string(facts.title), std::string(facts.file), std::move(made->bytes)});
  }
  return {};
}

/// The receipts of records that the log has signed already; the page names all records in any case.
void add_records(const Call& call, const std::vector<StoredRecord>& records, Files& files) {
  const auto* const log = call.services.transparency;
  for (const auto& record : records) {
    const auto name = std::to_string(record.position);
    files.emplace_back("ban-ghi/" + name + ".json", record.bytes);
    if (log == nullptr) {
      continue;
    }
    if (const auto receipt = log->receipt(call.ledger_id(), {record.position})) {
      files.emplace_back("bien-nhan/" + name + ".txt", printable_receipt(*receipt, record.bytes));
    }
  }
}

Reply get_case_file(Call& call) {
  const auto id = path_id<domain::IssueId>(call);
  if (!id) {
    return fail(id.error());
  }
  Query query(call.target);
  auto purpose = purpose_asked(call, query);
  const bool zip = query.choice<CaseForm>("format") == CaseForm::zip;
  const auto reading = open_reading(call, query);
  if (!reading) {
    return fail(reading.error());
  }
  const auto row = projections::issues::find_one(*reading->snapshot, *id);
  if (!row) {
    return fail(ProblemCode::not_found);
  }
  const auto stream = domain::stream_of(*id);
  SealedReading sealed(call, std::move(purpose), stream);
  const WardFacts facts(*reading);
  const auto making = issue_making(call, *reading, *row, facts, sealed);
  if (!making) {
    return fail(making.error());
  }
  const auto records = records_of(call, stream, reading->position());
  if (!records) {
    return fail(records.error());
  }
  papers::CaseFile file{facts.ward().ward.issuer,
                        id->value,
                        making->matter,
                        papers::phase_in_words(row->state.phase),
                        reading->position(),
                        {},
                        {},
                        {}};
  for (const auto& record : *records) {
    file.records.push_back(line_of(record));
  }
  if (auto added = add_papers(*making, file); !added) {
    return fail(std::move(added.error()));
  }
  Files files;
  add_attachments(call, named_files(*records), file, zip ? &files : nullptr);
  auto page = papers::case_page(file);
  if (!zip) {
    return page_answer(*reading, sealed, "ho-so-" + id->value, std::move(page));
  }
  files.emplace(files.begin(), "ho-so.html", std::move(page));
  for (auto& paper : file.papers) {
    files.emplace_back("giay-to/" + paper.name + ".docx", std::move(paper.docx));
  }
  add_records(call, *records, files);
  return bundle_answer(*reading, sealed, "ho-so-" + id->value, papers::bundle(std::move(files)));
}

}  // namespace

void add_case_file_routes(std::vector<Route>& routes) {
  add_read(routes, "issues/{id}/case-file", &get_case_file);
}

}  // namespace langnghe::api::resources
