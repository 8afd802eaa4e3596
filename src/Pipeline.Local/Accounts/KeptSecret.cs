using System.Security.Cryptography;
using Pipeline.Local.Startup;

namespace Pipeline.Local.Accounts;

/// <summary>A secret that is made once and kept in the data folder, for its owner only.</summary>
public static class KeptSecret
{
    private const int Bytes = 32;

    /// <summary>Reads the secret, and makes it if there is none yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What the error calls it.</param>
    /// <param name="prefix">What stands before the base64.</param>
    /// <exception cref="StartRefusedException">The file can be neither read nor made.</exception>
    public static string ReadOrMake(string path, string what, string prefix)
    {
        try
        {
            if (!File.Exists(path))
            {
                Write(path, prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)));
            }

            return File.ReadAllText(path).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"The {what} {path} cannot be read or made ({exception.Message.TrimEnd('.')}).", exception);
        }
    }

    private static void Write(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.WriteLine(secret);
    }
}
