-- For wrk: asks for one address of a file after another, as a browser would, and prints what came of it as one line of JSON.
--   wrk ... --script ask.lua http://127.0.0.1:PORT -- FILE FIRST
local asks, at = {}, 0

function init(arguments)
  wrk.headers["Accept-Encoding"] = "gzip, deflate, br"
  for address in io.lines(arguments[1]) do
    asks[#asks + 1] = wrk.format("GET", address)
  end
  at = tonumber(arguments[2])
end

function request()
  at = at % #asks + 1
  return asks[at]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    '{"requests": %d, "seconds": %.3f, "failed": %d, "p50": %.3f, "p95": %.3f, "p99": %.3f}',
    summary.requests, summary.duration / 1e6, errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3))
end
