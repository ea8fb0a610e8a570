#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include <boost/optional.hpp>

#include "net.hpp"

namespace langnghe::http {

/// A body for Beast's parser that is gathered in a text or, when it is emptied between reads, goes
/// through it in pieces. Beast's own `string_body` reserves whatever Content-Length says.
struct PieceBody {
  using value_type = std::string;

  class reader {
   public:
    template <bool is_request, class Fields>
    reader(message::header<is_request, Fields>& /*head*/, value_type& body) : body_(body) {}

    void init(const boost::optional<std::uint64_t>& /*length*/, beast::error_code& failed) {
      failed = {};
    }

    template <class Buffers>
    std::size_t put(const Buffers& buffers, beast::error_code& failed) {
      failed = {};
      std::size_t taken = 0;
      for (const asio::const_buffer part : beast::buffers_range_ref(buffers)) {
        body_.append(static_cast<const char*>(part.data()), part.size());
        taken += part.size();
      }
      return taken;
    }

    void finish(beast::error_code& failed) { failed = {}; }

   private:
    value_type& body_;
  };
};

}  // namespace langnghe::http
