namespace Pipeline.Local.Startup;

/// <summary>Where the host keeps everything.</summary>
public static class DataLocation
{
    /// <summary>Chooses the folder and makes it, readable by its owner only; one that is there stays as it is.</summary>
    /// <param name="chosen">What was asked for; null for the default: <c>pipeline</c> in the user's folder for application data.</param>
    /// <param name="demo">Whether the demo runs: it has a default folder of its own, so that it never plays into real data.</param>
    /// <exception cref="StartRefusedException">It cannot be made.</exception>
    public static string Prepare(string? chosen, bool demo)
    {
        var folder = Path.GetFullPath(chosen ?? Default(demo));
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder);
            }
            else
            {
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException(
                $"The data folder {folder} cannot be made ({exception.Message.TrimEnd('.')}); choose another with --data.", exception);
        }
    }

    private static string Default(bool demo)
    {
        var user = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return user.Length == 0
            ? throw new StartRefusedException("The user has no folder for application data (is HOME set?); choose one with --data.")
            : demo ? Path.Combine(user, "pipeline", "demo") : Path.Combine(user, "pipeline");
    }
}
