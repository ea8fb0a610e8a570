#pragma once

#include <string>

#include <attachments/attachments.hpp>

namespace langnghe::api::wire {

[[nodiscard]] std::string stored_attachment(const eventstore::StoredAttachment& stored);

}  // namespace langnghe::api::wire
