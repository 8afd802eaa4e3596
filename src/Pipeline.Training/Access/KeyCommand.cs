using System.CommandLine;
using Pipeline.Web.Access;

namespace Pipeline.Training.Access;

/// <summary>The command <c>key</c>: makes access keys.</summary>
public static class KeyCommand
{
    private static readonly Option<string> Role = new("--role")
    {
        Description = "What the key is for.",
        Required = true,
    };

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "Who will hold it: it stands in the audit. Default: the role.",
    };

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        Role.AcceptOnlyFromAmong([.. AccessKeys.RoleNames]);
        var make = new Command("new", "Makes a key and prints it once, with the settings that let a host take it.") { Role, Name };
        make.SetAction(command =>
        {
            var role = command.GetRequiredValue(Role);
            Write(Console.Out, role, command.GetValue(Name) ?? role);
        });
        return new Command("key", "Access keys.") { make };
    }

    /// <summary>Makes a key and writes it.</summary>
    public static void Write(TextWriter output, string role, string name)
    {
        var key = AccessKeys.New();
        output.WriteLine($"The key, shown only now: {key}");
        output.WriteLine("The host takes it with these variables (0, 1, 2 … for each key):");
        output.WriteLine($"  Access__Keys__0__Name={name}");
        output.WriteLine($"  Access__Keys__0__Role={role}");
        output.WriteLine($"  Access__Keys__0__Hash={AccessKeys.HashOf(key)}");
    }
}
