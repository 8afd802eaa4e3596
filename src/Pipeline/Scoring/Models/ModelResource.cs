namespace Pipeline.Scoring.Models;

/// <summary>The model that is part of the program.</summary>
internal static class ModelResource
{
    private const string Name = "care.model";

    /// <summary>Read once, by whoever asks first.</summary>
    public static CareModel Shared { get; } = Load();

    /// <summary>Its file.</summary>
    public static Stream Open() => typeof(ModelResource).Assembly.GetManifestResourceStream(Name)
        ?? throw new InvalidDataException($"{Name} is not among the embedded resources; check Pipeline.csproj.");

    private static CareModel Load()
    {
        using var stream = Open();
        return ModelFile.Read(stream);
    }
}
