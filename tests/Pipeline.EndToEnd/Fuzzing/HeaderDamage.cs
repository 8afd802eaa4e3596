namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>Damages the headers of a request: missing, doubled, emptied, of another alphabet, huge, or in the wrong encoding.</summary>
internal static class HeaderDamage
{
    private static readonly (string Name, string Value)[] Odd =
    [
        ("Content-Type", "application/json; charset=utf-16"), ("Content-Type", "text/plain"), ("Content-Type", ";;;=\"é"), ("Content-Type", ""),
        ("Content-Type", "application/problem+json; charset=\"utf-8"), ("Content-Encoding", "gzip"), ("Expect", "100-continue"),
        ("Expect", "nothing"), ("Transfer-Encoding", "chunked"), ("Transfer-Encoding", "gzip"), ("Connection", "close, keep-alive, é"),
        ("Connection", "Upgrade"), ("Upgrade", "websocket"), ("Host", "evil.example"), ("Host", ""), ("Host", "127.0.0.1:99999"),
        ("Origin", "null"), ("Range", "bytes=0-99999999999999999999"), ("If-None-Match", "W/\"x\", *, \"é"),
        ("Last-Event-ID", "99999999999999999999"),
        ("Last-Event-ID", "-1"), ("Accept", "\u0001"), ("traceparent", "00-00000000000000000000000000000000-0000000000000000-zz"),
        ("traceparent", "ff"), ("tracestate", "a=b,,=,é"), ("baggage", "a=%,;"), ("X-HTTP-Method-Override", "DELETE"), ("Content-Length", "5"),
        ("X-MS-CLIENT-PRINCIPAL", "eyJjbGFpbXMiOltdfQ=="), ("X-Forwarded-For", "::1, é"), ("Cookie", "a=b; c"), ("Authorization", "Bearer"),
        ("Authorization", "Negotiate AAAA"), ("X-Api-Key", "ck_"), ("X Y", "space in the name"), ("", "no name"), ("X\u0000", "NUL"),
    ];

    /// <summary>Damages one header.</summary>
    /// <returns>What was done.</returns>
    public static string Apply(Random random, WireRequest request)
    {
        request.IsLast = true;
        var headers = request.Headers;
        var at = random.Next(headers.Count);
        var (name, value) = headers[at];
        switch (random.Next(9))
        {
            case 0:
                headers.RemoveAt(at);
                return $"{name} missing";
            case 1:
                headers.Add((name, value));
                return $"{name} doubled";
            case 2:
                headers.Insert(0, (name, OnOneLine(HostileText.Any(random, 300))));
                return $"{name} doubled with another value";
            case 3:
                headers[at] = (name, new string('9', random.Next(2) == 0 ? 300 : 40_000));
                return $"{name} huge";
            case 4:
                headers[at] = (name, OnOneLine(HostileText.Any(random, 300)));
                return $"{name} hostile";
            case 5:
                headers[at] = (name, Reencoded(random, value));
                return $"{name} in another encoding";
            case 6:
                headers.AddRange(Enumerable.Range(0, random.Next(2, 300)).Select(index => ($"X-{index}", "é")));
                return "many headers";
            default:
                var odd = Odd[random.Next(Odd.Length)];
                headers.Add(odd);
                return $"{odd.Name}: {odd.Value}";
        }
    }

    private static string Reencoded(Random random, string value) => random.Next(8) switch
    {
        0 => value.ToUpperInvariant(),
        1 => value.Replace('+', '-').Replace('/', '_').TrimEnd('='),
        2 => value + " " + value,
        3 => string.Join(' ', Enumerable.Repeat(value, 40)),
        4 => value + ",",
        5 => $"\"{value}\"",
        6 => value.Length > 4 ? value[..^3] : "",
        _ => $"v1a,{value} v2,{value} ,, v1,",
    };

    // A line end would be another header: what stands there is a test of the test, not of the host.
    private static string OnOneLine(string text) => text.Replace('\r', ' ').Replace('\n', ' ');
}
