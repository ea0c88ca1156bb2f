#pragma once
/* curl_easy_setopt and its kin are variadic, which Swift cannot call: one function for each type of argument. */
#define CURL_DISABLE_TYPECHECK 1
#include <curl/curl.h>
typedef size_t (*sc_curl_data_callback)(char *, size_t, size_t, void *);
static inline CURLcode sc_curl_setopt_long(CURL *h, CURLoption o, long v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode sc_curl_setopt_offset(CURL *h, CURLoption o, curl_off_t v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode sc_curl_setopt_string(CURL *h, CURLoption o, const char *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode sc_curl_setopt_pointer(CURL *h, CURLoption o, void *v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode sc_curl_setopt_callback(CURL *h, CURLoption o, sc_curl_data_callback v) { return curl_easy_setopt(h, o, v); }
static inline CURLcode sc_curl_getinfo_long(CURL *h, CURLINFO i, long *v) { return curl_easy_getinfo(h, i, v); }
static inline CURLMcode sc_curl_multi_setopt_long(CURLM *m, CURLMoption o, long v) { return curl_multi_setopt(m, o, v); }
/* CURLMsg.data is an anonymous union */
static inline CURLcode sc_curl_message_result(const CURLMsg *m) { return m->data.result; }
