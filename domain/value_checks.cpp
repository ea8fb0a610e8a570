#include "value_checks.hpp"

#include <algorithm>

#include <domain/world.hpp>

#include "rules.hpp"

namespace langnghe::domain {
namespace {

constexpr std::chrono::minutes kMidnight{24 * 60};
constexpr std::size_t kSha256HexLength = 64;

Refusal out_of_order(std::string first, std::string second) {
  return refuse(RefusalCode::date_order,
                {{"first", std::move(first)}, {"second", std::move(second)}});
}

}  // namespace

MaybeRefusal first_of(std::initializer_list<MaybeRefusal> checks) {
  for (const MaybeRefusal& check : checks) {
    if (check) {
      return check;
    }
  }
  return std::nullopt;
}

Refusal value_not_valid(std::string_view field, std::string value) {
  return refuse(RefusalCode::value_not_valid,
                {{"field", std::string(field)}, {"value", std::move(value)}});
}

Refusal value_required(std::string_view field) {
  return refuse(RefusalCode::value_required, {{"field", std::string(field)}});
}

MaybeRefusal check_exists(bool exists, const StreamId& stream) {
  if (exists) {
    return std::nullopt;
  }
  return refuse(RefusalCode::does_not_exist, {{"stream", stream.value}});
}

MaybeRefusal check_absent(bool exists, const StreamId& stream) {
  if (!exists) {
    return std::nullopt;
  }
  return refuse(RefusalCode::already_exists, {{"stream", stream.value}});
}

MaybeRefusal check_date(std::string_view field, const Date& date) {
  if (date.ok()) {
    return std::nullopt;
  }
  return value_not_valid(field, to_text(date));
}

MaybeRefusal check_order(const Date& first, const Date& second) {
  if (first <= second) {
    return std::nullopt;
  }
  return out_of_order(to_text(first), to_text(second));
}

MaybeRefusal check_clock_time(std::string_view field, std::chrono::minutes time) {
  if (time >= std::chrono::minutes::zero() && time < kMidnight) {
    return std::nullopt;
  }
  return value_not_valid(field, std::to_string(time.count()));
}

MaybeRefusal check_clock_order(std::chrono::minutes first, std::chrono::minutes second) {
  if (first < second) {
    return std::nullopt;
  }
  return out_of_order(to_text(first), to_text(second));
}

MaybeRefusal check_between(std::string_view field, int value, int lowest, int highest) {
  if (value >= lowest && value <= highest) {
    return std::nullopt;
  }
  return value_not_valid(field, std::to_string(value));
}

MaybeRefusal check_texts(std::string_view field, const std::vector<std::string>& texts) {
  if (texts.empty()) {
    return value_required(field);
  }
  for (const std::string& text : texts) {
    if (auto refusal = check_not_blank(field, text)) {
      return refusal;
    }
  }
  return std::nullopt;
}

MaybeRefusal check_sealed(std::string_view field, const SealedText& text, const ResidentId& owner) {
  if (text.resident != owner) {
    return value_not_valid(field, text.resident.value);
  }
  return check_not_blank(field, text.ciphertext);
}

MaybeRefusal check_agreed_due(std::string_view field, const Date& received, const Date& agreed) {
  // Far beyond any legal term: a slip of the keyboard is not a day somebody agreed.
  constexpr int kFarthestDays = 3660;
  if (auto refusal = first_of({check_date(field, agreed), check_order(received, agreed)})) {
    return refusal;
  }
  return days_between(received, agreed) > kFarthestDays
             ? MaybeRefusal(value_not_valid(field, to_text(agreed)))
             : std::nullopt;
}

bool is_sha256(std::string_view text) {
  return text.size() == kSha256HexLength && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

MaybeRefusal check_files(std::string_view field, const std::vector<Attachment>& files) {
  for (const Attachment& file : files) {
    if (!is_sha256(file.hash)) {
      return value_not_valid(field, file.hash);
    }
    if (file.bytes == 0) {
      return value_not_valid(field, "0");
    }
    if (auto refusal = check_not_blank(field, file.media_type)) {
      return refusal;
    }
  }
  return std::nullopt;
}

MaybeRefusal check_stream(std::string_view field, const StreamId& stream) {
  return initial_state(stream) ? std::nullopt : MaybeRefusal(value_not_valid(field, stream.value));
}

}  // namespace langnghe::domain
