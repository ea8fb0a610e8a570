#include "reader.hpp"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>

#include "layout.hpp"
#include "media_type.hpp"
#include "open_file.hpp"
#include "running_hash.hpp"
#include "sealed_form.hpp"

namespace langnghe::eventstore {
namespace {

std::unexpected<AttachmentError> damaged(std::string_view what) {
  return attachment_error(AttachmentErrorCode::damaged, what);
}

/// Hands out a piece only after what follows it was looked at, so that the last byte of a file
/// never leaves before the whole of it is known to be well.
class FileReader : public AttachmentReader {
 public:
  FileReader(OpenFile file, std::string hash, std::uint64_t bytes, bool sealed)
      : file_(std::move(file)), facts_{std::move(hash), {}, bytes, sealed}, left_(bytes) {}

  const StoredAttachment& facts() const override { return facts_; }

  /// Before anything else: the first piece shows the media type.
  AttachmentResult<void> begin() {
    auto first = take();
    if (!first) {
      return std::unexpected(std::move(first.error()));
    }
    facts_.media_type = sniff_media_type(*first);
    waiting_ = *first;
    return facts_.media_type.empty() ? AttachmentResult<void>(damaged("of no known media type"))
                                     : AttachmentResult<void>{};
  }

  AttachmentResult<std::string_view> next() override {
    return waiting_.empty() ? take() : std::exchange(waiting_, {});
  }

 protected:
  /// A piece of that length, opened and hashed; holds until the next call.
  virtual AttachmentResult<std::string_view> take_piece(std::size_t bytes) = 0;
  virtual AttachmentResult<void> check_end() = 0;

  AttachmentResult<std::string_view> read(std::size_t bytes) {
    buffer_.resize(bytes);
    const auto count = file_.read(buffer_);
    if (!count) {
      return fault_of("an attachment cannot be read", count.error());
    }
    return *count == bytes ? AttachmentResult<std::string_view>(buffer_)
                           : damaged("shorter than it was");
  }

  RunningHash content_;

 private:
  AttachmentResult<std::string_view> take() {
    const auto bytes = static_cast<std::size_t>(std::min<std::uint64_t>(left_, kPieceBytes));
    if (bytes == 0) {
      return std::string_view();
    }
    auto piece = take_piece(bytes);
    if (!piece) {
      return piece;
    }
    content_.add(*piece);
    left_ -= bytes;
    if (left_ == 0) {
      if (auto well = check_end(); !well) {
        return std::unexpected(std::move(well.error()));
      }
    }
    return piece;
  }

  OpenFile file_;
  StoredAttachment facts_;
  std::uint64_t left_;
  std::string buffer_;
  std::string_view waiting_;
};

class PlainReader final : public FileReader {
 public:
  using FileReader::FileReader;

 private:
  AttachmentResult<std::string_view> take_piece(std::size_t bytes) override { return read(bytes); }
  AttachmentResult<void> check_end() override {
    return content_.hex() == facts().hash ? AttachmentResult<void>{} : damaged("another content");
  }
};

class SealedReader final : public FileReader {
 public:
  SealedReader(OpenFile file, std::string hash, std::uint64_t bytes, PieceOpener opener)
      : FileReader(std::move(file), std::move(hash), bytes, true), opener_(std::move(opener)) {}

 private:
  AttachmentResult<std::string_view> take_piece(std::size_t bytes) override {
    const auto sealed = read(bytes + kOverheadBytes);
    if (!sealed) {
      return sealed;
    }
    const auto plain = opener_.open(*sealed, false);
    if (!plain) {
      return damaged("a piece does not open");
    }
    plain_ = *plain;  // the opener's own memory is used again for the end
    return plain_;
  }
  AttachmentResult<void> check_end() override {
    const auto sealed = read(kSealedEndBytes);
    if (!sealed) {
      return std::unexpected(sealed.error());
    }
    const auto end = opener_.open(*sealed, true);
    return end && *end == end_text(content_, facts().bytes) ? AttachmentResult<void>{}
                                                            : damaged("the end does not open");
  }

  PieceOpener opener_;
  std::string plain_;
};

AttachmentResult<void> check_name(OpenFile& file, std::string_view hash) {
  RunningHash stored;
  std::string buffer(kPieceBytes, '\0');
  for (;;) {
    const auto count = file.read(buffer);
    if (!count) {
      return fault_of("an attachment cannot be read", count.error());
    }
    stored.add(std::string_view(buffer).substr(0, *count));
    if (*count < buffer.size()) {
      break;
    }
  }
  if (const auto fault = file.to_begin()) {
    return fault_of("an attachment cannot be read", fault);
  }
  return stored.hex() == hash ? AttachmentResult<void>{} : damaged("not the bytes of its name");
}

AttachmentResult<std::unique_ptr<FileReader>> sealed_reader(OpenFile file, std::string hash,
                                                            std::uint64_t size,
                                                            const LedgerId& ledger,
                                                            const SealedHead& head, Vault& vault) {
  const auto bytes = content_bytes(size, head);
  std::string begin(head.size() + kStreamHeaderBytes, '\0');
  if (const auto count = file.read(begin); !bytes || !count || *count != begin.size()) {
    return damaged("no sealed file has this length");
  }
  auto opener = PieceOpener::make(vault, ledger, head, std::string_view(begin).substr(head.size()));
  if (!opener) {
    return std::unexpected(std::move(opener.error()));
  }
  return std::make_unique<SealedReader>(std::move(file), std::move(hash), *bytes,
                                        std::move(*opener));
}

}  // namespace

AttachmentResult<std::optional<SealedHead>> read_head(OpenFile& file) {
  std::string begin(
      kSealedMark.size() + 1 + kSubjectBytesMax + kWrappedKeyBytes + kStreamHeaderBytes, '\0');
  const auto count = file.read(begin);
  const auto fault = count ? file.to_begin() : count.error();
  if (fault) {
    return fault_of("an attachment cannot be read", fault);
  }
  begin.resize(*count);
  auto head = parse_sealed_head(begin);
  if (!head && begin.starts_with(kSealedMark)) {
    return damaged("the head of a sealed file");
  }
  return head;
}

AttachmentResult<std::unique_ptr<AttachmentReader>> open_attachment(
    const std::filesystem::path& directory, const LedgerId& ledger, std::string_view hash,
    Vault& vault) {
  OpenFile file(path_of(directory, ledger, hash), O_RDONLY);
  if (file.failed()) {
    return errno == ENOENT ? attachment_error(AttachmentErrorCode::not_there, "")
                           : fault_of("an attachment cannot be opened", last_fault());
  }
  const auto size = file.size();
  if (!size) {
    return fault_of("an attachment cannot be looked at", size.error());
  }
  if (auto named = check_name(file, hash); !named) {
    return std::unexpected(std::move(named.error()));
  }
  const auto head = read_head(file);
  if (!head) {
    return std::unexpected(head.error());
  }
  AttachmentResult<std::unique_ptr<FileReader>> reader =
      *head ? sealed_reader(std::move(file), std::string(hash), *size, ledger, **head, vault)
            : std::make_unique<PlainReader>(std::move(file), std::string(hash), *size, false);
  if (!reader) {
    return std::unexpected(std::move(reader.error()));
  }
  if (auto begun = (*reader)->begin(); !begun) {
    return std::unexpected(std::move(begun.error()));
  }
  return std::move(*reader);
}

}  // namespace langnghe::eventstore
