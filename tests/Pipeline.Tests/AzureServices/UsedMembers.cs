using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Pipeline.Tests.AzureServices;

/// <summary>The types and members of one assembly that another one names in its metadata.</summary>
internal sealed class UsedMembers
{
    private readonly MetadataReader _metadata;
    private readonly string _declaring;

    private UsedMembers(MetadataReader metadata, string declaring) => (_metadata, _declaring) = (metadata, declaring);

    /// <summary>The full names of types, and the members as <c>type::name/parameters</c>.</summary>
    public static IReadOnlySet<string> Of(Assembly user, Assembly declaring)
    {
        using var file = new PEReader(File.OpenRead(user.Location));
        var used = new UsedMembers(file.GetMetadataReader(), declaring.GetName().Name!);
        return used.Types().Concat(used.Members()).ToHashSet(StringComparer.Ordinal);
    }

    private IEnumerable<string> Types() => _metadata.TypeReferences.Select(handle => NameOf(handle)).OfType<string>();

    private IEnumerable<string> Members()
    {
        foreach (var handle in _metadata.MemberReferences)
        {
            var member = _metadata.GetMemberReference(handle);
            if (member.GetKind() == MemberReferenceKind.Method && NameOf(member.Parent) is { } type)
            {
                yield return $"{type}::{_metadata.GetString(member.Name)}/{ParameterCount(member)}";
            }
        }
    }

    /// <summary>The full name of a type that the other assembly declares; null for any other type.</summary>
    private string? NameOf(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.TypeSpecification)
        {
            return GenericTypeOf((TypeSpecificationHandle)handle) is { } generic ? NameOf(generic) : null;
        }

        if (handle.Kind != HandleKind.TypeReference)
        {
            return null;
        }

        var type = _metadata.GetTypeReference((TypeReferenceHandle)handle);
        if (type.ResolutionScope.Kind != HandleKind.AssemblyReference)
        {
            return null;
        }

        var assembly = _metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope);
        return _metadata.GetString(assembly.Name) == _declaring
            ? $"{_metadata.GetString(type.Namespace)}.{_metadata.GetString(type.Name)}"
            : null;
    }

    /// <summary>The type that a generic type was made from; null for an array, say (ECMA-335, II.23.2.14).</summary>
    private EntityHandle? GenericTypeOf(TypeSpecificationHandle handle)
    {
        var signature = _metadata.GetBlobReader(_metadata.GetTypeSpecification(handle).Signature);
        if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
        {
            return null;
        }

        signature.ReadCompressedInteger(); // Class or value type.
        return signature.ReadTypeHandle();
    }

    /// <summary>Reads the head of a method signature (ECMA-335, II.23.2.2).</summary>
    private int ParameterCount(MemberReference member)
    {
        var signature = _metadata.GetBlobReader(member.Signature);
        if (signature.ReadSignatureHeader().IsGeneric)
        {
            signature.ReadCompressedInteger();
        }

        return signature.ReadCompressedInteger();
    }
}
