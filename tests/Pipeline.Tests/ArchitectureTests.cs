namespace Pipeline.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void The_domain_references_no_host_no_storage_and_no_cloud()
    {
        var references = typeof(ConversationFlow).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.DoesNotContain(references, name => name.StartsWith("Azure", StringComparison.Ordinal)
            || name.Contains("Sqlite", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
    }
}
