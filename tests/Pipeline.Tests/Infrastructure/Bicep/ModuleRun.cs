namespace Pipeline.Tests.Infrastructure.Bicep;

/// <summary>A template with its parameters given: what it deploys and gives out.</summary>
internal sealed class ModuleRun
{
    private readonly Templates _templates;
    private readonly BicepScope _scope;
    private readonly List<Resource> _resources = [];
    private readonly List<ModuleRun> _modules = [];

    public ModuleRun(Templates templates, string path, BicepObject given)
    {
        _templates = templates;
        File = templates.File(path);
        Given = given;
        _scope = new BicepScope(File);
        foreach (var parameter in File.Parameters)
        {
            _scope.Set(parameter.Name, () => given.TryGetValue(parameter.Name, out var value)
                ? value
                : parameter.Value is { } fallback
                    ? BicepEvaluator.Evaluate(fallback, _scope)
                    : throw new BicepException($"{File.Path}: the parameter {parameter.Name} is not given."));
        }

        foreach (var variable in File.Variables)
        {
            _scope.Set(variable.Name, () => BicepEvaluator.Evaluate(variable.Value!, _scope));
        }

        foreach (var resource in File.Resources)
        {
            _scope.Set(resource.Name, () => Declare(resource.Node, _scope, null));
        }

        foreach (var module in File.Modules)
        {
            _scope.Set(module.Name, () => RunModule(module));
        }

        foreach (var declared in File.Resources.Concat(File.Modules))
        {
            _scope.Find(declared.Node.Named.First());
        }
    }

    public BicepFile File { get; }

    /// <summary>The values given to its parameters.</summary>
    public BicepObject Given { get; }

    /// <summary>The resources of this template, those it only refers to among them.</summary>
    public IReadOnlyList<Resource> Declared => _resources;

    /// <summary>All that it and its modules deploy.</summary>
    public IReadOnlyList<Resource> Resources =>
        [.. _resources.Where(resource => !resource.IsExisting), .. _modules.SelectMany(module => module.Resources)];

    /// <summary>This template and the modules it runs.</summary>
    public IEnumerable<ModuleRun> Runs => _modules.SelectMany(module => module.Runs).Prepend(this);

    /// <summary>The value of each parameter, given or not.</summary>
    public object? Parameter(Declaration parameter) => _scope.Find(parameter.Node.Named.First());

    public object? Output(string name) => BicepEvaluator.Evaluate(
        (File.Outputs.FirstOrDefault(output => output.Name == name)
            ?? throw new BicepException($"{File.Path} has no output {name}.")).Value!,
        _scope);

    private ModuleRun? RunModule(Declaration module)
    {
        var value = module.Value!;
        if (value.Type == "if_statement" && !BicepEvaluator.True(value.Named.First(), _scope))
        {
            return null;
        }

        var body = value.Type == "if_statement" ? value.Named.Last() : value;
        var given = body.Named.FirstOrDefault(property => BicepEvaluator.Key(property, _scope) == "params")?.Named.Last();
        var path = module.Node.Named.Single(child => child.Type == "string").Literal();
        var run = new ModuleRun(_templates, File.Resolve(path), given is null ? [] : BicepEvaluator.Object(given, _scope));
        _modules.Add(run);
        return run;
    }

    /// <summary>A resource, a list of them, or null where its condition is false.</summary>
    private object? Declare(BicepNode node, BicepScope scope, Resource? outer)
    {
        var value = new Declaration("", node, new Dictionary<string, BicepNode>()).Value!;
        return value.Type switch
        {
            "for_statement" => BicepEvaluator.For(value, scope, (body, inner) => DeclareOne(node, body, inner, outer)),
            "if_statement" when node.Has("existing") => DeclareOne(node, value.Named.Last(), scope, outer),
            "if_statement" => BicepEvaluator.True(value.Named.First(), scope) ? DeclareOne(node, value.Named.Last(), scope, outer) : null,
            _ => DeclareOne(node, value, scope, outer),
        };
    }

    private Resource DeclareOne(BicepNode node, BicepNode bodyNode, BicepScope scope, Resource? outer)
    {
        var type = node.Named.First(child => child.Type == "string").Literal().Split('@');
        var body = BicepEvaluator.Object(bodyNode, scope);
        var resource = new Resource(
            outer is null ? type[0] : $"{outer.Type}/{type[0]}",
            type.Length > 1 ? type[1] : outer!.ApiVersion,
            body,
            outer ?? body.GetValueOrDefault("parent") as Resource,
            node.Has("existing"),
            File.At(node));
        _resources.Add(resource);
        var inner = scope;
        foreach (var nested in bodyNode.Named.Select(child => child.Named.FirstOrDefault()).Where(child => child?.Type == "resource_declaration"))
        {
            var name = nested!.Named.First().Text;
            resource.Nested[name] = Declare(nested, inner, resource);
            inner = inner.With(name, resource.Nested[name]);
        }

        return resource;
    }
}
