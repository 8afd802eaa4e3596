using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Pipeline.Web.Access;

/// <summary>
/// The keys that are taken. Keys are 256 random bits, so that one hash of SHA-256 protects them at rest: nobody can try them out.
/// </summary>
public sealed class AccessKeys(IOptions<AccessOptions> options)
{
    private const string Prefix = "ck_";
    private const int KeyBytes = 32;

    private readonly (byte[] Hash, Caller Caller)[] _keys = [.. options.Value.Keys.Select(key => (
        Convert.FromHexString(key.Hash),
        new Caller(
            key.Name,
            RoleOf(key.Role)!.Value,
            key.Skills.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))))];

    /// <summary>The names of the roles that have keys.</summary>
    public static IReadOnlyList<string> RoleNames { get; } = ["advisor", "quality", "administrator"];

    /// <summary>How many keys are taken.</summary>
    public int Count => _keys.Length;

    /// <summary>The role of this name; null when there is none.</summary>
    public static Roles? RoleOf(string name) => name switch
    {
        "advisor" => Roles.Advisor,
        "quality" => Roles.Quality,
        "administrator" => Roles.Administrator,
        _ => null,
    };

    /// <summary>Makes a key: <c>ck_</c> and 64 hexadecimal digits.</summary>
    public static string New() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>What is configured of a key: its SHA-256, in hexadecimal digits.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The holder of a key; null when it is none. It takes as long for every key, right or wrong.</summary>
    public Caller? Find(string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        Caller? found = null;
        foreach (var (known, caller) in _keys)
        {
            if (CryptographicOperations.FixedTimeEquals(hash, known))
            {
                found = caller;
            }
        }

        return found;
    }
}
