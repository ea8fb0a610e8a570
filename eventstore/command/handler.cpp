// The handler is a template over its model; this file proves that its header stands alone.
#include <command/handler.hpp>
