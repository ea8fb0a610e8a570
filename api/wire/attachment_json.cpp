#include "wire/attachment_json.hpp"

#include "wire/json_out.hpp"

namespace langnghe::api::wire {

std::string stored_attachment(const eventstore::StoredAttachment& stored) {
  return codec::to_json_text(Json{{"attachment", stored.hash},
                                  {"bytes", stored.bytes},
                                  {"media_type", stored.media_type},
                                  {"sealed", stored.sealed}});
}

}  // namespace langnghe::api::wire
