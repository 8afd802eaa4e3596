using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>What is declared is used and described, and the parameters of main.bicep are bounded.</summary>
internal static class DeclarationCheck
{
    public static IEnumerable<string> Find(Templates templates) =>
        templates.Paths.Select(templates.File).SelectMany(file => Unused(file).Concat(Undescribed(file)).Concat(Imports(templates, file)))
            .Concat(Unbounded(templates.File("main.bicep")));

    private static IEnumerable<string> Unused(BicepFile file) =>
        from declared in file.Parameters.Concat(file.Variables).Concat(file.Imports.SelectMany(import => import.Names, Imported))
        where Uses(file).Count(name => name == declared.Name) < 2
        select $"{file.Path}: {declared.Name} is not used.";

    /// <summary>The names that stand anywhere but as the name of a property.</summary>
    private static IEnumerable<string> Uses(BicepFile file) =>
        from node in file.Root.DescendantsAndSelf()
        from child in node.Type == "object_property" ? node.Children.Skip(1) : node.Children
        where child.Type == "identifier"
        select child.Text;

    private static IEnumerable<string> Undescribed(BicepFile file) =>
        file.Parameters.Concat(file.Outputs).Concat(file.Types)
            .Where(declared => !IsDescribed(declared.Decorators))
            .Select(declared => $"{file.At(declared.Node)}: {declared.Name} has no description.")
            .Concat(file.Types.SelectMany(type => Fields(type.Value!))
                .Where(field => !IsDescribed(field.Decorators))
                .Select(field => $"{file.At(field.Node)}: {field.Name} has no description."));

    /// <summary>The fields of an object type.</summary>
    public static IEnumerable<Declaration> Fields(BicepNode type)
    {
        BicepNode? decorators = null;
        foreach (var node in type.Named)
        {
            if (node.Type == "object_property")
            {
                yield return new(node.Children[0].Text, node, BicepFile.Read(decorators));
            }

            decorators = node.Type == "decorators" ? node : null;
        }
    }

    private static IEnumerable<string> Unbounded(BicepFile main) =>
        from parameter in main.Parameters
        let kind = parameter.DeclaredType!.Named.Single().Children is [var first, ..] ? first.Type : ""
        let bounds = parameter.Decorators.Keys
        where !(bounds.Contains("allowed") || kind switch
        {
            "string" => bounds.Contains("maxLength"),
            "int" => bounds.Contains("minValue") && bounds.Contains("maxValue"),
            "bool" or "object" => true,
            _ => bounds.Contains("maxLength"),
        })
        select $"{main.At(parameter.Node)}: {parameter.Name} is not bounded.";

    private static IEnumerable<string> Imports(Templates templates, BicepFile file) =>
        from import in file.Imports
        from name in import.Names
        where !templates.Has(file.Resolve(import.File))
            || !templates.File(file.Resolve(import.File)).Types.Any(type => type.Name == name && type.Decorators.ContainsKey("export"))
        select $"{file.Path}: {import.File} exports no {name}.";

    private static bool IsDescribed(IReadOnlyDictionary<string, BicepNode> decorators) =>
        decorators.TryGetValue("description", out var arguments) && arguments.Named.Single().Literal().Length > 5;

    private static Declaration Imported((string File, IReadOnlyList<string> Names) import, string name) =>
        new(name, new BicepNode("identifier", null, 1, 1, true, name, []), new Dictionary<string, BicepNode>());
}
