#pragma once

#include <codec/ward_model.hpp>
#include <command/handler.hpp>

namespace langnghe::orders {

using Handler = command::Handler<codec::WardModel>;
using Order = Handler::OrderType;
using Failure = Handler::FailureType;

}  // namespace langnghe::orders

/// Compiled once, in ward_handler.cpp.
extern template class langnghe::command::Handler<langnghe::codec::WardModel>;
