#include <orders/ward_handler.hpp>

template class langnghe::command::Handler<langnghe::codec::WardModel>;
