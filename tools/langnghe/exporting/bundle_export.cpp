#include "exporting/bundle_export.hpp"

#include <iostream>
#include <stdexcept>

#include <services/say.hpp>
#include <transparency/key_change.hpp>
#include <transparency/stream_statement.hpp>

#include "exporting/bundle_names.hpp"
#include "exporting/export_folder.hpp"

namespace langnghe::tools {
namespace es = eventstore;
namespace fs = std::filesystem;
namespace {

/// The stream's records that stand under the head, in order.
std::vector<es::Record> read_signed(es::LedgerReader& store, const SignedLedger& source,
                                    const es::StreamName& stream) {
  constexpr std::size_t kPage = 1'000;
  std::vector<es::Record> records;
  for (;;) {
    const es::Version after{records.size()};
    const auto page = store.read_stream(source.ledger, stream, after, kPage);
    if (!page) {
      throw std::runtime_error(page.error().context);
    }
    for (const auto& record : *page) {
      if (record.position.value >= source.head.checkpoint.size) {
        return records;
      }
      records.push_back(record);
    }
    if (page->size() < kPage) {
      return records;
    }
  }
}

void write_records(const std::vector<es::Record>& records, const SignedLedger& source,
                   const fs::path& files, const fs::path& folder) {
  const auto nodes = es::nodes_of(source.hashes);
  std::uint64_t version = 0;
  for (const auto& record : records) {
    const auto index = record.position.value;
    const es::ProvenRecord with_proof{
        {index, proven(es::inclusion_proof(index, source.head.checkpoint.size, nodes)),
         source.head.note},
        record.bytes};
    write_file(folder / bundle_record(++version), to_text(with_proof));
    copy_named_files(files, folder / "files", source.ledger.value, record.bytes);
  }
}

}  // namespace

void write_bundle(es::LedgerReader& store, const SignedLedger& source, const DataDirectory& data,
                  const es::StreamName& stream, const fs::path& folder) {
  const auto records = read_signed(store, source, stream);
  if (records.empty()) {
    throw std::runtime_error(std::string(say("không có hồ sơ này dưới đầu sổ đã ký",
                                             "there is no such stream under the signed head")) +
                             " (" + stream.value + ")");
  }
  prepare_folder(folder);
  write_records(records, source, data.files(), folder);
  auto head = source.head.checkpoint;
  head.extensions.clear();
  const auto key = proven(es::SigningKey::load(data.signing_key(), false));
  write_file(folder / "statement",
             es::sign_stream_statement({stream.value, records.size(), std::move(head)}, key));
  write_file(folder / "vkey", source.head.key.text() + '\n');
  if (const auto changes = proven(es::read_key_changes(data.keys(), source.ledger));
      !changes.empty()) {
    write_file(folder / "key-changes", changes);
  }
  write_file(folder / "checkpoint", source.head.note);
  std::cout << stream.value << ": " << records.size() << say(" bản ghi", " records") << '\n';
}

}  // namespace langnghe::tools
