namespace Pipeline.Tests.Infrastructure.Checks;

/// <summary>Every file is Bicep.</summary>
internal static class SyntaxCheck
{
    public static IEnumerable<string> Find(Templates templates) =>
        from path in templates.Paths.Concat(templates.ParameterFiles)
        let file = templates.File(path)
        from node in file.Root.DescendantsAndSelf()
        where node.IsError
        select $"{file.At(node)}: this is no Bicep.";
}
