using DoubleRandom.Core;

namespace DoubleRandom.Web.Api.Problems;

/// <summary>A kind of error that the API answers with (RFC 9457). The list is closed: a client can prepare for all of it.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Slug">Last part of the problem's <c>type</c>: <c>/problems/{slug}</c>.</param>
/// <param name="Title">What kind of error it is.</param>
/// <param name="Detail">What to do when nothing more particular is known.</param>
public sealed record ProblemKind(int Status, string Slug, Bilingual Title, Bilingual Detail)
{
    /// <summary>400: a parameter or body that cannot be read.</summary>
    public static ProblemKind Invalid { get; } = new(400, "invalid-request",
        new("请求无法读取", "The request cannot be read"), new("按 errors 逐项更正后重发。", "Correct what errors lists and send it again."));

    /// <summary>403: a page of another origin tried to change something.</summary>
    public static ProblemKind CrossSite { get; } = new(403, "cross-site",
        new("来自其他网站的请求被拒绝", "A request from another site is refused"), new("请在本系统自己的页面上操作。", "Do it on this system's own pages."));

    /// <summary>404: nothing stands at this address.</summary>
    public static ProblemKind NotFound { get; } = new(404, "not-found",
        new("没有找到", "Not found"), new("请核对地址；全部接口见 /openapi/v1.json。", "Check the address; /openapi/v1.json lists every operation."));

    /// <summary>405: the address does not take this method.</summary>
    public static ProblemKind MethodNotAllowed { get; } = new(405, "method-not-allowed",
        new("该地址不支持此方法", "This address does not take this method"), new("可用的方法见 Allow 头。", "The Allow header lists the methods."));

    /// <summary>408: the request's body came too slowly.</summary>
    public static ProblemKind TooSlow { get; } = new(408, "too-slow",
        new("请求传输太慢", "The request came too slowly"), new("请检查网络后重发。", "Check the network and send it again."));

    /// <summary>409: the thing is no longer in the state that the request supposes.</summary>
    public static ProblemKind Conflict { get; } = new(409, "conflict",
        new("当前状态不允许此操作", "The present state does not allow this"), new("重新读取后再决定。", "Read it again, then decide."));

    /// <summary>413: body or attachment over the limit.</summary>
    public static ProblemKind TooLarge { get; } = new(413, "too-large",
        new("内容太大", "Too large"), new("JSON 和人员名录至多 1 MB，名录库文件至多 1 GB；每个附件至多 20 MB，一次报送合计至多 100 MB。请压缩或拆分。", "JSON and the directory of people may have 1 MB, the file of a directory of inspection 1 GB; each attachment 20 MB, a whole submission 100 MB. Compress or split it."));

    /// <summary>415: a media type that the operation does not take.</summary>
    public static ProblemKind Unsupported { get; } = new(415, "unsupported-media-type",
        new("不支持的内容类型", "Unsupported media type"), new("用 application/json；报送也可用 multipart/form-data，名录用 text/csv，名录库也可用 .xlsx。", "Use application/json; submissions also take multipart/form-data, directories take text/csv, those of inspection .xlsx too."));

    /// <summary>421: a Host header that does not name this machine.</summary>
    public static ProblemKind Misdirected { get; } = new(421, "misdirected",
        new("主机名不是本机", "The host name is not this machine's"), new("登录功能尚未提供，只能以 127.0.0.1、[::1] 或 localhost 访问。", "Until sign-in exists, address the server as 127.0.0.1, [::1] or localhost."));

    /// <summary>422: understood, and refused for the reasons listed.</summary>
    public static ProblemKind Refused { get; } = new(422, "refused",
        new("未能办理", "Not done"), new("按 errors 逐项更正后重试。", "Mend what errors lists and try again."));

    /// <summary>500: a fault of this program.</summary>
    public static ProblemKind Internal { get; } = new(500, "internal",
        new("程序内部错误", "Internal error"), new("请重新读取，核对是否已生效，并把 traceId 告诉管理员。", "Read it again to see what holds, and tell the administrator the traceId."));

    /// <summary>503: the database does not answer.</summary>
    public static ProblemKind Unavailable { get; } = new(503, "unavailable",
        new("数据库暂时不可用", "The database is unavailable"), new("稍后重试；如一直如此，请管理员检查数据库。", "Try again shortly; if it stays so, have the administrator look at the database."));

    /// <summary>504: the operation took too long and was given up.</summary>
    public static ProblemKind Timeout { get; } = new(504, "timeout",
        new("处理超时", "It took too long"), new("请重新读取，核对是否已生效；查询请缩小范围。", "Read it again to see what holds; ask for less when you search."));

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
        [Invalid, CrossSite, NotFound, MethodNotAllowed, TooSlow, Conflict, TooLarge, Unsupported, Misdirected, Refused, Internal, Unavailable, Timeout];

    /// <summary>The kind of a status; <see cref="Internal"/> for a server's, <see cref="Invalid"/> for a client's that has none of its own.</summary>
    public static ProblemKind Of(int status) => All.FirstOrDefault(kind => kind.Status == status) ?? (status >= 500 ? Internal : Invalid);
}
