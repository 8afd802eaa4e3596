using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>The values of a parameter file, and those that modules get, are of the declared types and within their bounds.</summary>
internal static class ParameterCheck
{
    public static IReadOnlyList<string> Find(Templates templates, string parameterFile)
    {
        var main = templates.File("main.bicep");
        var given = templates.File(parameterFile);
        var scope = new BicepScope(given);
        var unknown = given.Variables
            .Where(variable => main.Parameters.All(parameter => parameter.Name != variable.Name))
            .Select(variable => $"{given.At(variable.Node)}: main.bicep has no parameter {variable.Name}.");
        var ofFile =
            from variable in given.Variables
            from parameter in main.Parameters
            where parameter.Name == variable.Name
            from wrong in Wrong(templates, main, parameter, BicepEvaluator.Evaluate(variable.Value!, scope))
            select $"{given.At(variable.Node)}: {parameter.Name}{wrong}";
        IReadOnlyList<string> findings = [.. unknown, .. ofFile];

        // What is wrong at the top is not followed into the modules.
        return findings.Count > 0
            ? findings
            :
            [
                .. from run in templates.Deploy(parameterFile).Runs
                   from parameter in run.File.Parameters
                   from wrong in Wrong(templates, run.File, parameter, run.Parameter(parameter))
                   select $"{parameterFile}: {run.File.Path} gets {parameter.Name}{wrong}",
            ];
    }

    private static IEnumerable<string> Wrong(Templates templates, BicepFile file, Declaration parameter, object? value) =>
        Wrong(templates, file, parameter.DeclaredType!.Named.Single(), parameter.Decorators, value);

    private static IEnumerable<string> Wrong(
        Templates templates, BicepFile file, BicepNode type, IReadOnlyDictionary<string, BicepNode> bounds, object? value)
    {
        if (value is Unknown)
        {
            return [];
        }

        return type.Type switch
        {
            "type" or "parenthesized_type" => Wrong(templates, file, type.Named.Single(), bounds, value),
            "nullable_type" => value is null ? [] : Wrong(templates, file, type.Named.Single(), bounds, value),
            "primitive_type" => IsOf(type.Children[0].Type, value) ? Outside(file, bounds, value) : [$": {value ?? "null"} is no {type.Children[0].Type}."],
            "union_type" => type.Named.Any(choice => choice.Literal() == value as string)
                ? []
                : [$": {value ?? "null"} is none of {string.Join(", ", type.Named.Select(choice => choice.Literal()))}."],
            "array_type" => value is List<object?> items
                ? items.SelectMany((item, index) => Wrong(templates, file, type.Named.First(), Unbounded, item).Select(wrong => $"[{index}]{wrong}"))
                    .Concat(Outside(file, bounds, value))
                : [$": {value ?? "null"} is no list."],
            "identifier" => OfNamedType(templates, file, type.Text, value),
            "object" => OfObject(templates, file, type, value),
            _ => throw new BicepException($"{file.At(type)}: {type.Type} is not checked here."),
        };
    }

    private static Dictionary<string, BicepNode> Unbounded { get; } = [];

    private static IEnumerable<string> OfNamedType(Templates templates, BicepFile file, string name, object? value)
    {
        var home = file.Types.Any(type => type.Name == name)
            ? file
            : templates.File(file.Resolve(file.Imports.Single(import => import.Names.Contains(name)).File));
        var declared = home.Types.Single(type => type.Name == name);
        return Wrong(templates, home, declared.Value!, declared.Decorators, value);
    }

    private static IEnumerable<string> OfObject(Templates templates, BicepFile file, BicepNode type, object? value)
    {
        if (value is not BicepObject entries)
        {
            return [$": {value ?? "null"} is no object."];
        }

        var fields = DeclarationCheck.Fields(type).ToList();
        return entries.Keys.Except(fields.Select(field => field.Name)).Select(name => $": there is no field {name}.").Concat(
            fields.SelectMany(field => Wrong(
                templates, file, field.Node.Named.Last(), field.Decorators, entries.GetValueOrDefault(field.Name))
                .Select(wrong => $".{field.Name}{wrong}")));
    }

    private static bool IsOf(string type, object? value) => type switch
    {
        "string" => value is string,
        "int" => value is long,
        "bool" => value is bool,
        "object" => value is BicepObject,
        "array" => value is List<object?>,
        _ => false,
    };

    private static IEnumerable<string> Outside(BicepFile file, IReadOnlyDictionary<string, BicepNode> bounds, object? value)
    {
        var scope = new BicepScope(file);
        var size = value switch { string text => text.Length, List<object?> list => list.Count, long number => number, _ => 0 };
        foreach (var (name, arguments) in bounds)
        {
            var bound = name is "allowed" or "minValue" or "maxValue" or "minLength" or "maxLength"
                ? BicepEvaluator.Evaluate(arguments.Named.Single(), scope)
                : null;
            var fits = name switch
            {
                "allowed" => ((List<object?>)bound!).Contains(value),
                "minValue" or "minLength" => size >= (long)bound!,
                "maxValue" or "maxLength" => size <= (long)bound!,
                _ => true,
            };
            if (!fits)
            {
                yield return $": {value} is outside of @{name}.";
            }
        }
    }
}
