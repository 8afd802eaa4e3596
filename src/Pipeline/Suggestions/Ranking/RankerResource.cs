namespace Pipeline.Suggestions.Ranking;

/// <summary>The model that is part of the program.</summary>
internal static class RankerResource
{
    private const string Name = "ranking.model";

    /// <summary>Reads it.</summary>
    public static RankerModel Read()
    {
        using var stream = typeof(RankerResource).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidDataException($"{Name} is not among the embedded resources; check Pipeline.csproj.");
        return RankerFile.Read(stream);
    }
}
