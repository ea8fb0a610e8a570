#pragma once

#include <codec/fields/issue_answer.hpp>
#include <codec/fields/issue_elsewhere.hpp>
#include <codec/fields/issue_handling.hpp>
#include <codec/fields/issue_intake.hpp>
#include <codec/fields/issue_promise.hpp>

// The descriptions of everything that happens to an issue, by chapter. Include in .cpp files only.
