namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>One damaged request. It is a function of the seed and its number (and of the present time, where it is signed).</summary>
/// <param name="Number">Its number.</param>
/// <param name="Target">What it is for: a platform, or an endpoint of the route table.</param>
/// <param name="Damage">What was done to it, in a few words.</param>
/// <param name="Request">The request.</param>
/// <param name="IsVerifiable">Whether it is a webhook whose signature is right for its body, so that it gets past the verification.</param>
internal sealed record FuzzCase(int Number, string Target, string Damage, WireRequest Request, bool IsVerifiable)
{
    /// <summary>Whether the request promises more than it sends.</summary>
    public bool IsCutOff => Request.DeclaredLength is not null;
}
