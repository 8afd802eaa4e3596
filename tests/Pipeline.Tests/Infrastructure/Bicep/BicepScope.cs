namespace Pipeline.Tests.Infrastructure.Bicep;

/// <summary>The names that an expression may use. Values are made when they are first asked for, in whatever order they stand.</summary>
internal sealed class BicepScope(BicepFile file, BicepScope? outer = null)
{
    private readonly Dictionary<string, Lazy<object?>> _values = new(StringComparer.Ordinal);

    public BicepFile File { get; } = file;

    public void Set(string name, Func<object?> make) => _values[name] = new(make);

    public BicepScope With(string name, object? value)
    {
        var inner = new BicepScope(File, this);
        inner.Set(name, () => value);
        return inner;
    }

    public object? Find(BicepNode identifier) =>
        _values.TryGetValue(identifier.Text, out var value) ? value.Value
        : outer is not null ? outer.Find(identifier)
        : throw new BicepException($"{File.At(identifier)}: there is no '{identifier.Text}'.");
}

/// <summary>A template cannot be evaluated.</summary>
internal sealed class BicepException(string message) : Exception(message);
