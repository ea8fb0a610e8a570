#include <ledger/error.hpp>

namespace langnghe::eventstore {

std::string_view to_text(StoreErrorCode code) {
  switch (code) {
    case StoreErrorCode::conflict:
      return "conflict";
    case StoreErrorCode::key_reused:
      return "key_reused";
    case StoreErrorCode::invalid:
      return "invalid";
    case StoreErrorCode::queue_full:
      return "queue_full";
    case StoreErrorCode::unavailable:
      return "unavailable";
    case StoreErrorCode::ledger_differs:
      return "ledger_differs";
    case StoreErrorCode::corrupt:
      return "corrupt";
    case StoreErrorCode::unknown_ledger:
      return "unknown_ledger";
    case StoreErrorCode::disk_full:
      return "disk_full";
    case StoreErrorCode::in_use:
      return "in_use";
    case StoreErrorCode::not_permitted:
      return "not_permitted";
  }
  return "?";
}

}  // namespace langnghe::eventstore
