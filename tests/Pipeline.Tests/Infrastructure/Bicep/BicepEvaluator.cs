using System.Globalization;

namespace Pipeline.Tests.Infrastructure.Bicep;

/// <summary>Evaluates expressions, as far as the templates here go. What it does not know it refuses.</summary>
internal static class BicepEvaluator
{
    public static object? Evaluate(BicepNode node, BicepScope scope) => node.Type switch
    {
        "null" => null,
        "boolean" => node.Has("true"),
        "number" => long.Parse(node.Text, CultureInfo.InvariantCulture),
        "string" => Text(node, scope),
        "identifier" => scope.Find(node),
        "array" => node.Named.Where(item => item.Type != "decorators").Select(item => Evaluate(item, scope)).ToList(),
        "object" => Object(node, scope),
        "parenthesized_expression" => Evaluate(node.Named.Single(), scope),
        "ternary_expression" => Evaluate(node.Child(True(node.Child("condition")!, scope) ? "consequence" : "alternative")!, scope),
        "binary_expression" => Binary(node, scope),
        "unary_expression" => node.Child("operator")!.Type == "!"
            ? !True(node.Child("argument")!, scope)
            : -(long)Evaluate(node.Child("argument")!, scope)!,
        "member_expression" => Member(node, scope),
        "subscript_expression" => Subscript(node, scope),
        "resource_expression" => ((Resource)Evaluate(node.Child("object")!, scope)!).Nested[node.Child("resource")!.Text],
        "call_expression" => BicepFunctions.Call(node, scope),
        "lambda_expression" => LambdaOf(node, scope),
        "for_statement" => For(node, scope, (body, inner) => Evaluate(body, inner)),
        _ => throw new BicepException($"{scope.File.At(node)}: {node.Type} is not evaluated here."),
    };

    /// <summary>Runs the body of a loop for each element.</summary>
    public static List<object?> For(BicepNode node, BicepScope scope, Func<BicepNode, BicepScope, object?> run)
    {
        var body = node.Child("body")!;
        var items = (List<object?>)Evaluate(node.Named.Single(child => child.Field is null && child.Type != "for_loop_parameters"), scope)!;
        var both = node.Named.FirstOrDefault(child => child.Type == "for_loop_parameters");
        return [.. items.Index().Select(entry => run(body, both is null
            ? scope.With(node.Child("initializer")!.Text, entry.Item)
            : scope.With(both.Named.First().Text, entry.Item).With(both.Named.Last().Text, (long)entry.Index)))];
    }

    /// <summary>The name of a property; it may hold interpolations.</summary>
    public static string Key(BicepNode property, BicepScope scope) =>
        property.Children[0] is { Type: "string" } text ? Text(text, scope) : property.Children[0].Text;

    public static bool True(BicepNode node, BicepScope scope) => Evaluate(node, scope) is bool value
        ? value
        : throw new BicepException($"{scope.File.At(node)}: what decides here is known to Azure alone.");

    public static BicepObject Object(BicepNode node, BicepScope scope) => new(node.Named
        .Where(child => child.Type == "object_property" && child.Named.First().Type != "resource_declaration")
        .Select(property => KeyValuePair.Create(Key(property, scope), Evaluate(property.Named.Last(), scope))));

    private static string Text(BicepNode node, BicepScope scope)
    {
        var text = string.Concat(node.Children.Where(child => child.IsNamed).Select(part => part.Type switch
        {
            "interpolation" => BicepText.Of(Evaluate(part.Named.Single(), scope)),
            "escape_sequence" => part.Text[1..] switch { "n" => "\n", "t" => "\t", "r" => "\r", var other => other },
            _ => part.Text,
        }));
        return node.Has("'''") && text.StartsWith('\n') ? text[1..] : text;
    }

    private static object? Binary(BicepNode node, BicepScope scope)
    {
        var (left, right) = (node.Child("left")!, node.Child("right")!);
        return node.Child("operator")!.Type switch
        {
            "&&" => True(left, scope) && True(right, scope),
            "||" => True(left, scope) || True(right, scope),
            "??" => Evaluate(left, scope) ?? Evaluate(right, scope),
            "==" => Equals(Evaluate(left, scope), Evaluate(right, scope)),
            "!=" => !Equals(Evaluate(left, scope), Evaluate(right, scope)),
            ">" => (long)Evaluate(left, scope)! > (long)Evaluate(right, scope)!,
            "<" => (long)Evaluate(left, scope)! < (long)Evaluate(right, scope)!,
            var other => throw new BicepException($"{scope.File.At(node)}: {other} is not evaluated here."),
        };
    }

    private static object? Member(BicepNode node, BicepScope scope)
    {
        var name = node.Child("property")!.Text;
        return Evaluate(node.Child("object")!, scope) switch
        {
            // Behind `.?` the rest of the chain is left out.
            null when node.DescendantsAndSelf().Any(part => part.Has(".?")) => null,
            BicepObject value when value.TryGetValue(name, out var found) => found,
            BicepObject when node.Has(".?") => null,
            Unknown unknown => new Unknown($"{unknown.Path}.{name}"),
            ModuleRun module when name == "outputs" => module,
            ModuleRun module => module.Output(name),
            Resource resource => OfResource(resource, name),
            _ => throw new BicepException($"{scope.File.At(node)}: there is no '{name}' here."),
        };
    }

    private static object? OfResource(Resource resource, string name) => name switch
    {
        "id" => $"<id of {resource}>",
        "name" => resource.Name,
        _ => new Unknown($"{resource}.{name}"),
    };

    private static object? Subscript(BicepNode node, BicepScope scope)
    {
        var (value, index) = (Evaluate(node.Child("object")!, scope), Evaluate(node.Child("index")!, scope));
        return (value, index) switch
        {
            (null, _) when node.DescendantsAndSelf().Any(part => part.Has(".?")) => null,
            (List<object?> list, long number) when number < list.Count => list[(int)number],
            (BicepObject inner, string name) when inner.TryGetValue(name, out var found) => found,
            (_, _) when node.Has("?") => null,
            _ => throw new BicepException($"{scope.File.At(node)}: there is no '{index}' here."),
        };
    }

    private static Lambda LambdaOf(BicepNode node, BicepScope scope)
    {
        var (head, body) = (node.Named.First(), node.Named.Last());
        string[] names = head.Type == "identifier" ? [head.Text] : [.. head.Named.Select(name => name.Text)];
        return arguments => Evaluate(body, names.Zip(arguments).Aggregate(scope, (inner, pair) => inner.With(pair.First, pair.Second)));
    }
}
