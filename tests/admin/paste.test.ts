import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { DOMParser } from 'linkedom';

interface Cleaned {
  readonly html: string;
  readonly pictures: readonly string[];
  readonly lostPictures: number;
  readonly lostFilms: number;
}

// The page's sources know a browser's types, which these tests' do not: hence no static import.
const { cleanPaste } = await import(join(process.cwd(), 'src/admin/features/editor/paste/clean-paste.ts')) as { cleanPaste: (html: string, parse: (page: string) => unknown) => Cleaned };
const clean = (html: string): Cleaned => cleanPaste(html, (page) => new DOMParser().parseFromString(page, 'text/html'));

/** What Word 2019 puts on the clipboard, cut to one of each kind of thing. */
const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {font-family:仿宋_GB2312;} --></style></head>
<body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->
<h1 style='text-align:center'><b><span style='font-family:方正小标宋简体'>“最多跑一次”改革<o:p></o:p></span></b></h1>
<p class=MsoNormal style='text-indent:32.0pt;line-height:28.0pt'><span style='font-size:16.0pt;font-family:仿宋_GB2312'>&nbsp;&nbsp;\u3000\u3000群众<b><span style='color:red'>只跑一次</span></b>，即可
办结<span style='mso-spacerun:yes'>&nbsp; </span>登记<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span lang=EN-US>[1]</span></span></a>。<o:p></o:p></span></p>
<p class=MsoListParagraph style='margin-left:21.0pt;text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]><span>一窗受理</span></p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span lang=EN-US><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span></span>收件</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>l</span>集成服务</p>
<p class=MsoNormal style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>一、</span>工作目标</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<table class=MsoTableGrid border=1><tr style='height:20pt'><td width=100 colspan=2 style='border:solid'><p class=MsoNormal>事项<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><a href="https://www.hangzhou.gov.cn/" target="_blank"><span style='text-decoration:underline'>市政府</span></a><a name="_Toc1">目录</a></p>
<!--[if gte vml 1]><v:shape id="_x0000_i1025"></v:shape><![endif]--><img width=553 height=311 src="file:///C:/Users/a/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg">
<!--EndFragment--><div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%"><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> 不含公示期。<o:p></o:p></p></div></div></body></html>`;

/** What a browser copies out of an article of WeChat. */
const wechat = `<section style="box-sizing: border-box;" data-tools="135编辑器"><section style="text-align: center;"><section style="display: inline-block;"><strong style="color: rgb(61, 170, 214);">改革进行时</strong></section></section>
<section style="line-height: 2em;"><p style="text-indent: 2em;"><span style="font-size: 15px; letter-spacing: 1px;"><span leaf="">西湖区把窗口开到<span style="font-weight: bold;">村口</span></span></span><span textstyle="" style="font-style: italic;">。</span></p><p><br></p>
<section><img class="rich_pages" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/abc/640?wx_fmt=jpeg" data-ratio="0.66"></section><p style="display: none;"><mp-style-type data-value="3"></mp-style-type></p></section>
<section><iframe class="video_iframe" data-src="https://v.qq.com/iframe/preview.html?vid=x"></iframe></section><a href="javascript:alert(1)" onclick="x()">阅读原文</a></section>`;

describe('a paste from Word', () => {
  const { html, lostPictures } = clean(word);

  it('keeps headings one level down, emphasis, links, tables and nothing of the looks', () => {
    expect(html).toContain('<h2>“最多跑一次”改革</h2>');
    expect(html).toContain('<p>群众<strong>只跑一次</strong>，即可办结 登记<sup data-note="不含公示期。"></sup>。</p>');
    expect(html).toContain('<td colspan="2"><p>事项</p></td>');
    expect(html).toContain('<p><a href="https://www.hangzhou.gov.cn/"><u>市政府</u></a>目录</p>');
    expect(html).not.toMatch(/style=|class=|mso|o:p|&nbsp;|<span|<font|<!--|_ftn|<hr/i);
  });

  it('makes lists of paragraphs that only look like lists, and leaves Chinese numbers written', () => {
    expect(html).toContain('<ul><li><p>一窗受理</p><ol><li><p>收件</p></li></ol></li><li><p>集成服务</p></li></ul>');
    expect(html).toContain('<p>一、工作目标</p>');
  });

  it('tells how many pictures stay behind', () => {
    expect(lostPictures).toBe(1);
  });
});

describe('a paste from WPS', () => {
  it('takes its outline levels for headings and its spaces for nothing', () => {
    const { html } = clean('<html><body><!--StartFragment--><p class="MsoNormal" style="mso-outline-level:1;"><b>一、<span>总体要求</span></b></p><p class=MsoNormal style="text-indent:28pt"><font face="仿宋">\u3000\u3000坚持</font><font face="Calibri">2018</font><font face="仿宋">年目标。</font></p><!--EndFragment--></body></html>');
    expect(html).toBe('<h2>一、总体要求</h2><p>坚持2018年目标。</p>');
  });
});

describe('a paste from WeChat', () => {
  it('keeps the words and their emphasis out of the boxes, and tells of pictures and films', () => {
    expect(clean(wechat)).toEqual({
      html: '<p><strong>改革进行时</strong></p><p>西湖区把窗口开到<strong>村口</strong><em>。</em></p><p>阅读原文</p>', pictures: [], lostPictures: 1, lostFilms: 1,
    });
  });
});

describe('any paste', () => {
  it('leaves out what tracked changes deleted and keeps what is struck through', () => {
    expect(clean('<p><span class="msoDel"><del cite="mailto:a" datetime="2026-01-01T08:00">旧的</del></span><ins cite="mailto:a">新的</ins><s>划去</s></p>').html).toBe('<p>新的<s>划去</s></p>');
  });

  it('hands over pictures that came along as data', () => {
    expect(clean('<p>图<img src="data:image/png;base64,AAAA"></p>')).toMatchObject({ html: '<p>图</p>', pictures: ['data:image/png;base64,AAAA'], lostPictures: 0 });
  });

  it('leaves a copy from this editor as it is', () => {
    const own = '<p data-pm-slice="1 1 []">自己的 <strong>文字</strong></p>';
    expect(clean(own).html).toBe(own);
  });

  it('lets no script, handler or dangerous address through', () => {
    expect(clean('<p onclick="x()">甲<script>alert(1)</script><a href="javascript:x">乙</a></p><svg onload="x"></svg>').html).toBe('<p>甲乙</p>');
  });
});
