namespace Pipeline.Training.Cost;

/// <summary>One run of a stage for one message.</summary>
/// <param name="Stage">The stage's name.</param>
/// <param name="Work">What it did.</param>
public readonly record struct Invocation(string Stage, Work Work);
