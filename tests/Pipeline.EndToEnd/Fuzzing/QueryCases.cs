using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Pipeline.Web;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>Damaged requests to every endpoint but the webhooks': paths, keys, queries, bodies and headers.</summary>
internal static class QueryCases
{
    private static readonly string[] Methods = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "get", "PROPFIND"];

    private static readonly string[] Parameters =
        ["day", "limit", "continuation", "source", "after", "code", "Day", "limit[]", "", "é", "token", "skill", "customer", "from", "to"];

    private static readonly EndpointDescription[] Endpoints =
        [.. RouteTable.Endpoints.Where(endpoint => endpoint.Name != "Capture")];

    /// <summary>Makes one.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="number">The number of the case.</param>
    /// <param name="keys">Access keys, one a role.</param>
    public static FuzzCase Make(Random random, int number, IReadOnlyList<string> keys)
    {
        var endpoint = Endpoints[random.Next(Endpoints.Length)];
        var method = random.Next(20) == 0 ? Methods[random.Next(Methods.Length)] : endpoint.Method;
        var request = new WireRequest(method, $"/api/{Path(random, endpoint.Route, number)}{Query(random, endpoint.Name)}");
        if (random.Next(20) > 0)
        {
            request.With("Authorization", $"Bearer {keys[random.Next(4) == 0 ? random.Next(keys.Count) : keys.Count - 1]}");
        }

        if (endpoint.Method == "POST")
        {
            request.With("Content-Type", "application/json").Body = Order(random);
        }

        var damage = random.Next(4) == 0 ? HeaderDamage.Apply(random, request) : "address";
        return new FuzzCase(number, endpoint.Name, $"{damage}: {Shown(request.Target)}", request, IsVerifiable: false);
    }

    private static string Path(Random random, string route, int number)
    {
        if (random.Next(30) == 0)
        {
            return Damage.Escaped(random, HostileText.Any(random, 9000));
        }

        var parts = route.Split('/').Select(part => part switch
        {
            "{key}" when random.Next(3) == 0 => $"generic~shop~c-{random.Next((number / 40) + 1)}",
            "{source}" when random.Next(2) == 0 => ConversationFlow.Topology.Sources[random.Next(5)].Replace('/', '~'),
            "{number}" when random.Next(2) == 0 => $"{random.Next(100)}",
            ['{', ..] => Damage.Escaped(random, HostileText.Any(random, 700)),
            _ => part,
        });
        return string.Join('/', parts);
    }

    private static string Query(Random random, string endpoint)
    {
        if (random.Next(3) == 0)
        {
            return "";
        }

        // A query that is right but for one thing gets further than one that is wrong throughout.
        List<string> pairs = [.. Enumerable.Range(0, random.Next(3)).Select(_ =>
            $"{Damage.Escaped(random, Parameters[random.Next(Parameters.Length)])}={Damage.Escaped(random, HostileText.Any(random, 3000))}")];
        pairs.AddRange((endpoint, random.Next(4)) switch
        {
            (_, 0) => [],
            ("DeadLetters", _) => [$"source={ConversationFlow.Topology.Sources[random.Next(5)]}"],
            ("Transcripts", 1) => [$"day={random.Next(10_000):D4}-{random.Next(1, 13):D2}-{random.Next(1, 29):D2}"],
            ("Transcripts", 2) => [$"day=2026-03-04&limit={random.Next(1, 201)}&continuation={Continuation(random)}"],
            _ => [],
        });
        return "?" + string.Join('&', pairs);
    }

    private static string Continuation(Random random)
    {
        byte[] key = [.. Encoding.UTF8.GetBytes($"{random.NextInt64(long.MaxValue):D19}~{HostileText.Any(random, 900)}")];
        return Base64Url.EncodeToString(random.Next(4) == 0 ? Damage.Bytes(random, key).Bytes : key);
    }

    private static byte[] Order(Random random)
    {
        var source = ConversationFlow.Topology.Sources[random.Next(5)];
        var order = random.Next(2) == 0 ? $$"""{"source":"{{source}}","numbers":[1,2,3]}""" : $$"""{"source":"{{source}}","all":true}""";
        return random.Next(5) switch
        {
            0 => Encoding.UTF8.GetBytes(order),
            1 => Damage.Bytes(random, Encoding.UTF8.GetBytes(order)).Bytes,
            _ => Encoding.UTF8.GetBytes(new JsonDamage(random).Of(JsonElement.Parse(order))),
        };
    }

    private static string Shown(string target) => target.Length <= 120 ? target : target[..120] + "…";
}
