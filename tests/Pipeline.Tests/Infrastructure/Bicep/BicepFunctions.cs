namespace Pipeline.Tests.Infrastructure.Bicep;

/// <summary>The functions of Bicep that the templates use.</summary>
internal static class BicepFunctions
{
    public static object? Call(BicepNode node, BicepScope scope)
    {
        var function = node.Child("function")!;
        var arguments = node.Child("arguments")!.Named.Select(argument => BicepEvaluator.Evaluate(argument, scope)).ToList();
        return function.Text switch
        {
            "cidrSubnet" => $"<subnet {arguments[2]} of {arguments[0]}>",
            "concat" => arguments.SelectMany(List).ToList(),
            "empty" => IsEmpty(arguments[0]),
            "environment" => Environment(),
            "flatten" => List(arguments[0]).SelectMany(List).ToList(),
            "guid" => $"<guid of {string.Join(", ", arguments)}>",
            "int" => long.Parse((string)arguments[0]!, System.Globalization.CultureInfo.InvariantCulture),
            "items" => ((BicepObject)arguments[0]!).OrderBy(entry => entry.Key, StringComparer.Ordinal)
                .Select(entry => (object?)new BicepObject { ["key"] = entry.Key, ["value"] = entry.Value }).ToList(),
            "length" => (long)(arguments[0] is string text ? text.Length : List(arguments[0]).Count),
            "loadTextContent" => $"<text of {arguments[0]}>",
            "map" => List(arguments[0]).Select(item => Run(arguments[1])(item)).ToList(),
            "range" => Enumerable.Range((int)(long)arguments[0]!, (int)(long)arguments[1]!).Select(number => (object?)(long)number).ToList(),
            "readEnvironmentVariable" => arguments[1],
            "reduce" => List(arguments[0]).Aggregate(arguments[1], (all, next) => Run(arguments[2])(all, next)),
            "replace" => BicepText.Of(arguments[0]).Replace((string)arguments[1]!, BicepText.Of(arguments[2]), StringComparison.Ordinal),
            "subscription" or "tenant" => new Unknown($"{function.Text}()"),
            "subscriptionResourceId" => $"/{string.Join('/', arguments.Select(BicepText.Of))}",
            "take" => List(arguments[0]).Take((int)(long)arguments[1]!).ToList(),
            "toLower" => BicepText.Of(arguments[0]).ToLowerInvariant(),
            "toObject" => new BicepObject(List(arguments[0]).Select(item =>
                KeyValuePair.Create((string)Run(arguments[1])(item)!, Run(arguments[2])(item)))),
            "union" => Union(arguments),
            "uniqueString" => "abcdefghijklm",
            "utcNow" => "2026-01",
            var other => throw new BicepException($"{scope.File.At(node)}: the function {other} is not evaluated here."),
        };
    }

    private static bool IsEmpty(object? value) => value switch
    {
        null => true,
        string text => text.Length == 0,
        List<object?> list => list.Count == 0,
        BicepObject entries => entries.Count == 0,
        _ => false,
    };

    private static BicepObject Environment() => new()
    {
        ["suffixes"] = new BicepObject { ["storage"] = "core.windows.net" },
        ["authentication"] = new BicepObject { ["loginEndpoint"] = "https://login.microsoftonline.com/" },
    };

    private static object Union(List<object?> values) => values[0] is List<object?>
        ? values.SelectMany(List).Distinct().ToList()
        : values.Cast<BicepObject>().Aggregate(new BicepObject(), (all, next) =>
        {
            foreach (var (name, value) in next)
            {
                all[name] = value;
            }

            return all;
        });

    private static List<object?> List(object? value) => (List<object?>)value!;

    private static Lambda Run(object? value) => (Lambda)value!;
}
