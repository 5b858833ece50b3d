using System.Reflection;
using Google.Protobuf.Reflection;
using SlaMonitor.Worker.Tests.Build;
using SlaMonitor.Worker.Tests.Host.Wire;

namespace SlaMonitor.Worker.Tests.Host;

/// <summary>The stand-in's words against the worker's own: a name or number that differs would be skipped in silence.</summary>
public sealed class WireTests
{
    [Fact]
    public void Wire_EveryFieldOfOurs_IsTheWorkersOwn()
    {
        AzureBuild.SkipWithout();

        var assembly = Assembly.LoadFrom(Path.Combine(AzureBuild.Folder, "Microsoft.Azure.Functions.Worker.Grpc.dll"));
        var reflection = assembly.GetType("Microsoft.Azure.Functions.Worker.Grpc.Messages.FunctionRpcReflection", throwOnError: true)!;
        const BindingFlags Any = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var theirs = (FileDescriptor)reflection.GetProperty("Descriptor", Any)!.GetValue(null)!;
        var known = Lines(theirs).ToHashSet(StringComparer.Ordinal);
        var ours = Lines(FunctionsHostReflection.Descriptor).ToList();

        Assert.InRange(ours.Count, 60, 200);
        Assert.DoesNotContain(ours, line => !known.Contains(line));
    }

    private static IEnumerable<string> Lines(FileDescriptor file) =>
        [
            .. file.Services.SelectMany(service => service.Methods)
                .Select(method => $"{method.FullName}({method.InputType.FullName}) {method.OutputType.FullName}"),
            .. file.MessageTypes.SelectMany(Lines),
        ];

    private static IEnumerable<string> Lines(MessageDescriptor message) =>
        [
            .. message.Fields.InFieldNumberOrder().Select(field =>
                $"{message.FullName}.{field.Name} = {field.FieldNumber}: {(field.IsRepeated ? "repeated " : "")}{TypeOf(field)}"),
            .. message.EnumTypes.SelectMany(@enum => @enum.Values).Select(value => $"{value.FullName} = {value.Number}"),
            .. message.NestedTypes.SelectMany(Lines),
        ];

    private static string TypeOf(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.Message => field.MessageType.FullName,
        FieldType.Enum => field.EnumType.FullName,
        var other => $"{other}",
    };
}
