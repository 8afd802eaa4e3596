namespace Pipeline.EndToEnd.Crashes;

/// <summary>Crash tests keep the machine busy: they run after the others, and one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class CrashCollection
{
    public const string Name = "Crashes";
}
