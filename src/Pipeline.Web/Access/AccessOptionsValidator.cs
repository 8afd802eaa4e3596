using System.Buffers;
using Microsoft.Extensions.Options;

namespace Pipeline.Web.Access;

/// <summary>Refuses settings of access that are wrong, by the name of the setting; a hash is never repeated in the message.</summary>
internal sealed class AccessOptionsValidator : IValidateOptions<AccessOptions>
{
    private const int MaxName = 64;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._@-");

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        List<string> wrong = [.. options.Keys.SelectMany((key, index) => Wrong($"Access__Keys__{index}__", key))];
        wrong.AddRange(options.Keys.Index()
            .GroupBy(key => key.Item.Hash, StringComparer.OrdinalIgnoreCase)
            .SelectMany(same => same.Skip(1).Select(again =>
                $"Access__Keys__{again.Index}__Hash is also that of Access__Keys__{same.First().Index}; a key has one holder and one role.")));
        if (options.RequestsPerSecond is not (> 0 and <= 100_000))
        {
            wrong.Add("Access__RequestsPerSecond must be a number above 0, at most 100000.");
        }

        if (options.Burst is < 1 or > 1_000_000)
        {
            wrong.Add("Access__Burst must be a whole number from 1 to 1000000.");
        }

        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Wrong(string place, AccessKeyOptions key)
    {
        if (key.Name.Length is 0 or > MaxName || key.Name.AsSpan().IndexOfAnyExcept(NameCharacters) >= 0)
        {
            yield return $"{place}Name must have 1 to {MaxName} letters, digits or . _ @ -.";
        }

        if (AccessKeys.RoleOf(key.Role) is null)
        {
            yield return $"{place}Role must be one of {string.Join(", ", AccessKeys.RoleNames)}.";
        }

        if (key.Hash.Length != 64 || !key.Hash.All(char.IsAsciiHexDigit))
        {
            yield return $"{place}Hash must be the SHA-256 of the key, 64 hexadecimal digits; the command 'key new' prints a key with its hash.";
        }
    }
}
