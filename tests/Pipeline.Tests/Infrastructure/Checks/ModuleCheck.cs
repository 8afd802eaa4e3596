using Pipeline.Tests.Infrastructure.Bicep;

namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>Each module is there, gets the parameters it has and needs, and gives out what is read of it.</summary>
internal static class ModuleCheck
{
    public static IEnumerable<string> Find(Templates templates) => templates.Paths.SelectMany(path => Find(templates, templates.File(path)));

    private static IEnumerable<string> Find(Templates templates, BicepFile file)
    {
        foreach (var module in file.Modules)
        {
            var path = file.Resolve(module.Node.Named.Single(child => child.Type == "string").Literal());
            if (!templates.Has(path))
            {
                yield return $"{file.At(module.Node)}: there is no {path}.";
                continue;
            }

            var target = templates.File(path);
            var body = module.Value!.Type == "if_statement" ? module.Value.Named.Last() : module.Value;
            var given = body.Named.Where(property => property.Children[0].Text == "params")
                .SelectMany(property => property.Named.Last().Named.Select(inner => inner.Children[0].Text))
                .ToList();
            foreach (var name in given.Where(name => target.Parameters.All(parameter => parameter.Name != name)))
            {
                yield return $"{file.At(module.Node)}: {path} has no parameter {name}.";
            }

            foreach (var parameter in target.Parameters.Where(parameter => parameter.Value is null && !given.Contains(parameter.Name)))
            {
                yield return $"{file.At(module.Node)}: {path} needs the parameter {parameter.Name}.";
            }

            foreach (var (node, name) in OutputsRead(file, module.Name))
            {
                if (target.Outputs.All(output => output.Name != name))
                {
                    yield return $"{file.At(node)}: {path} has no output {name}.";
                }
            }
        }
    }

    /// <summary>Where <c>module.outputs.name</c> stands.</summary>
    private static IEnumerable<(BicepNode Node, string Name)> OutputsRead(BicepFile file, string module) =>
        from node in file.Root.DescendantsAndSelf()
        where node.Type == "member_expression"
        let outputs = node.Child("object")!
        where outputs.Type == "member_expression" && outputs.Child("property")!.Text == "outputs" && outputs.Child("object")!.Text == module
        select (node, node.Child("property")!.Text);
}
