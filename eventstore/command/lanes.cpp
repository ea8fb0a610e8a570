#include <functional>
#include <string_view>
#include <tuple>

#include <command/lanes.hpp>

namespace langnghe::command {

void Lanes::Turn::end() {
  if (lane_ != nullptr) {
    lane_->mutex.unlock();
    --lane_->wanted;
    lane_ = nullptr;
  }
}

void Lanes::take(Turn& turn, const eventstore::LedgerId& ledger,
                 const eventstore::StreamName& stream) {
  turn.end();
  auto& lane = lanes_[index_of(ledger, stream)];
  ++lane.wanted;
  lane.mutex.lock();
  turn.lane_ = &lane;
}

bool Lanes::is_wanted(const eventstore::LedgerId& ledger,
                      const eventstore::StreamName& stream) const {
  return lanes_[index_of(ledger, stream)].wanted > 0;
}

std::size_t Lanes::index_of(const eventstore::LedgerId& ledger,
                            const eventstore::StreamName& stream) {
  const std::hash<std::string_view> hash;
  return (hash(ledger.value) * 31 + hash(stream.value)) % std::tuple_size_v<decltype(lanes_)>;
}

}  // namespace langnghe::command
