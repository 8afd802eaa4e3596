using System.Security.Cryptography;
using Pipeline.Scoring.Models;

namespace Pipeline.Training.Evaluation;

/// <summary>Tells models apart that have the same name: the first 16 hexadecimal digits of the SHA-256 of the model's file.</summary>
public static class ModelFingerprint
{
    private const int Digits = 16;

    /// <summary>The fingerprint of the model that is part of the program.</summary>
    public static string OfShipped()
    {
        using var stream = ModelResource.Open();
        return Of(stream);
    }

    /// <summary>The fingerprint of a model file.</summary>
    public static string OfFile(string file)
    {
        using var stream = File.OpenRead(file);
        return Of(stream);
    }

    private static string Of(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream))[..Digits];
}
