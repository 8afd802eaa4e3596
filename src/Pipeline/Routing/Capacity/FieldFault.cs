namespace Pipeline.Routing.Capacity;

/// <summary>What is wrong with something that was sent to be stored.</summary>
/// <param name="Field">The path of the field, such as <c>skills.billing</c>.</param>
/// <param name="Fault">What is wrong, as a sentence.</param>
public sealed record FieldFault(string Field, string Fault)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Field}: {Fault}";
}
