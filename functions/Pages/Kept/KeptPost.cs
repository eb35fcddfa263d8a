using System.Text.Json.Serialization;
using MonitoringReturns.Web.Pages.Kept;

namespace MonitoringReturns.Functions.Pages.Kept;

/// <summary>A post as it is put by.</summary>
/// <param name="ActingFor">The identifier of the organisation that the person acted for.</param>
internal sealed record KeptPost(string? ActingFor, string Address, DateTimeOffset At, IReadOnlyList<SentField> Fields);

[JsonSerializable(typeof(KeptPost))]
internal sealed partial class KeptJson : JsonSerializerContext;
